package io.throughline.change.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.change.domain.ChangeRepository;
import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.ChangeType;
import io.throughline.change.domain.authorization.Binding;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;

/**
 * The steps of a standard change that need nobody's judgement, since the authority judged the template: the machine
 * takes them in the transaction of a run. What may be confirmed is as narrow as for every other change.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PreAuthorizedChanges {

    @Inject
    ChangeRepository changes;

    @Inject
    ChangeFile file;

    @Inject
    Authority authority;

    /**
     * @param releaseManager number of the person who answers for the release that is carried out again
     * @throws Conflict when it is no standard change
     */
    public void coordinate(RecordNumber number, String releaseManager) {
        file.change(require(number), coordinating("coordinate"), (one, deed) -> one.coordinate(releaseManager, deed));
    }

    /**
     * @throws io.throughline.kernel.domain.refusal.Invalid naming what lies outside the envelope
     * @throws Conflict when it is no standard change, or its authorization does not stand any more
     */
    public void confirm(RecordNumber number, Binding binding) {
        file.change(require(number), coordinating("confirm"), (one, deed) -> one.confirm(binding, deed));
    }

    private ChangeRequest require(RecordNumber number) {
        authority.requireMachine();
        ChangeRequest change = changes.require(number);
        if (change.proposal().type() != ChangeType.STANDARD) {
            throw new Conflict(
                    "not-pre-authorized",
                    number + " is no standard change; a person coordinates and confirms it.",
                    Map.of("record", number.toString()));
        }
        return change;
    }

    private static AuditEntry coordinating(String deed) {
        return AuditEntry.of("change." + deed)
                .performing(Activity.COORDINATE_CHANGE)
                .because("a standard change, authorized with its template");
    }
}
