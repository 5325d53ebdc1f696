package io.throughline.handover;

import io.throughline.change.domain.event.ChangeCameToNothing;
import io.throughline.change.domain.event.ChangeRaised;
import io.throughline.change.domain.event.ImplementationBegan;
import io.throughline.incident.service.ResolutionService;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Lets an incident wait for the change that is to settle it, and tells it when that begins or comes to nothing.
 */
@ApplicationScoped
public class IncidentToChange {

    @Inject
    ResolutionService resolutions;

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
