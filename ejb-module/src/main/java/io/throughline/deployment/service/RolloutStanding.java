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
 * @param mayStart hosts may be sent something: what leads to the goal or, while it is paused, a look at those in doubt
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
        boolean mayStart,
        boolean over,
        Instant startedAt,
        List<WaveView> waves) {

    static RolloutStanding of(Deployment deployment, Tally tally) {
        boolean mayStart =
                deployment.state().isActive() || deployment.state() == DeploymentState.PAUSED && tally.toVerify() > 0;
        return new RolloutStanding(
                deployment.number().toString(),
                deployment.origin(),
                deployment.state(),
                deployment.goal(),
                deployment.parallel(),
                deployment.haltKey(),
                deployment.haltReason(),
                tally.inFlight(),
                mayStart,
                !mayStart && tally.inFlight() == 0,
                deployment.startedAt(),
                WaveView.of(deployment, tally));
    }
}
