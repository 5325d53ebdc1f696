package io.throughline.change.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.change.domain.ChangeRepository;
import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.Outcome;
import io.throughline.change.domain.authorization.ServerResult;
import io.throughline.change.domain.event.ImplementationBegan;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;

/**
 * By which those who carry a change out tell how it goes, inside the transaction of their own step. Asks for no right of
 * its own: who may start or finish a deployment was checked there.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ImplementationRecord {

    @Inject
    ChangeRepository changes;

    @Inject
    ChangeFile file;

    @Inject
    Event<ImplementationBegan> beginnings;

    /**
     * @param deployment number of the deployment; null when people do it by hand
     */
    public void begin(RecordNumber number, String deployment) {
        ChangeRequest change = changes.require(number);
        file.change(
                change,
                AuditEntry.of("change.beginImplementation"),
                (one, deed) -> one.beginImplementation(deployment, deed));
        beginnings.fire(
                new ImplementationBegan(number, change.proposal().fields().incident()));
    }

    /**
     * What came of it, as it was. Implemented can become backed out later, and the other way round, until the review.
     *
     * @param evidence what shows it, at most 4000 characters
     * @param results by number of the server; servers that are not named keep what is known of them
     */
    public void outcome(RecordNumber number, Outcome outcome, String evidence, Map<String, ServerResult> results) {
        file.change(
                changes.require(number),
                AuditEntry.of("change.recordOutcome").performing(Activity.REVIEW_CHANGE),
                (change, deed) -> change.recordOutcome(outcome, evidence, results, deed));
    }
}
