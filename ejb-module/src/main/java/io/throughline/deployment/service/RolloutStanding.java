package io.throughline.deployment.service;

import io.throughline.deployment.domain.Deployment;
import io.throughline.deployment.domain.DeploymentOrigin;
import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.domain.target.TargetAction;
import java.time.Instant;
import java.util.List;

/**
 * How a rollout stands, for the process that carries it out.
 *
 * @param origin what is deployed
 * @param goal INSTALL while it goes forward, ROLLBACK once it goes back
 * @param parallel most hosts at once
 * @param inFlight how many servers are in some process's hand
 * @param over nothing is in hand and nothing will be done without a person
 */
public record RolloutStanding(
        String number,
        DeploymentOrigin origin,
        DeploymentState state,
        TargetAction goal,
        int parallel,
        String haltKey,
        String haltReason,
        long inFlight,
        boolean over,
        Instant startedAt,
        List<WaveView> waves) {

    static RolloutStanding of(Deployment deployment, Tally tally) {
        boolean over = !deployment.state().isActive() && tally.inFlight() == 0;
        return new RolloutStanding(
                deployment.number().toString(),
                deployment.origin(),
                deployment.state(),
                deployment.goal(),
                deployment.parallel(),
                deployment.haltKey(),
                deployment.haltReason(),
                tally.inFlight(),
                over,
                deployment.startedAt(),
                WaveView.of(deployment, tally));
    }
}
