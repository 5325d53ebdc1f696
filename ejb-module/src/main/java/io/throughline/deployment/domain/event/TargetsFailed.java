package io.throughline.deployment.domain.event;

import io.throughline.deployment.domain.target.TargetState;
import java.util.List;

/** Servers on which an action did not come to its end; Incident hears of them. */
public record TargetsFailed(String deployment, String change, List<Failure> failures) {

    /** One of them. */
    public record Failure(String server, TargetState state, String reason) {}
}
