package io.throughline.handover;

import io.throughline.change.domain.ChangeState;
import io.throughline.change.service.ChangeOutcome;
import io.throughline.change.service.ChangeReader;
import io.throughline.incident.domain.ChangeEvidence;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells Incident how the change stands that is to settle one. */
@ApplicationScoped
public class IncidentChangeEvidence implements ChangeEvidence {

    @Inject
    ChangeReader changes;

    @Override
    public Standing of(RecordNumber change) {
        ChangeOutcome outcome = changes.outcome(change);
        return new Standing(outcome.number(), course(change, outcome), outcome.implementedAt(), outcome.openServers());
    }

    private Course course(RecordNumber change, ChangeOutcome outcome) {
        if (outcome.closed()) {
            return outcome.backedOut() ? Course.CAME_TO_NOTHING : Course.DONE;
        }
        ChangeState state = changes.brief(change).state();
        return ChangeState.ENDED.contains(state) ? Course.CAME_TO_NOTHING : Course.UNDER_WAY;
    }
}
