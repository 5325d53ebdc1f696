package io.throughline.handover;

import io.throughline.change.domain.event.ChangeCameToNothing;
import io.throughline.change.domain.event.ChangeRaised;
import io.throughline.change.domain.event.ImplementationBegan;
import io.throughline.change.service.ChangeOutcome;
import io.throughline.change.service.ChangeReader;
import io.throughline.incident.domain.ChangeEvidence;
import io.throughline.incident.service.ResolutionService;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Lets an incident wait for the change that is to settle it, and tells it how that stands: begun, come to nothing, or
 * done as it was done.
 */
@ApplicationScoped
public class IncidentToChange implements ChangeEvidence {

    @Inject
    ChangeReader changes;

    @Inject
    ResolutionService resolutions;

    @Override
    public Standing of(RecordNumber change) {
        ChangeOutcome outcome = changes.outcome(change);
        return new Standing(
                outcome.number(),
                outcome.closed(),
                outcome.implemented(),
                outcome.implementedAt(),
                outcome.openServers());
    }

    void onRaised(@Observes ChangeRaised raised) {
        resolutions.planResolution(incident(raised.incident()), raised.change());
    }

    void onBegan(@Observes ImplementationBegan began) {
        if (began.incident() != null) {
            resolutions.beginRecovery(incident(began.incident()));
        }
    }

    void onCameToNothing(@Observes ChangeCameToNothing ended) {
        if (ended.incident() != null) {
            resolutions.changeFailed(incident(ended.incident()), ended.reason());
        }
    }

    private static RecordNumber incident(String number) {
        return RecordNumber.parse(RecordKind.INCIDENT, "incident", number);
    }
}
