package io.throughline.deployment.service;

import io.throughline.deployment.domain.Deployment;
import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.domain.DeploymentVerb;
import io.throughline.deployment.domain.Exclusion;
import io.throughline.deployment.domain.forecast.Forecast;
import io.throughline.deployment.domain.plan.FailureThreshold;
import io.throughline.deployment.domain.plan.RolloutOrder;
import io.throughline.deployment.domain.target.TargetAction;
import io.throughline.deployment.domain.target.TargetState;
import io.throughline.kernel.persistence.History;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A deployment.
 *
 * @param shown the state as people are to read it: as {@code state}, but while that is RUNNING or ROLLING_BACK and
 *     nobody works on it RECOVERING (its process is dead or failed, another goes on by itself), STOPPING or STOPPED (a
 *     person stopped its job; whoever may operate jobs restarts it)
 * @param job the job that carries it out; null unless it is RUNNING or ROLLING_BACK
 * @param outcome how it ended; null until it did
 * @param goal INSTALL while it goes forward, ROLLBACK once it goes back
 * @param parallelPerSite most hosts of one site at once; null for no such limit
 * @param maxFailures what the rollout bears over all waves together; null for no such limit
 * @param targets how many servers the plan has
 * @param states how many servers are in which state
 * @param failing how many servers count against thresholds
 * @param inFlight how many servers are being worked on
 * @param haltKey stable name of why it paused by itself; null when it did not
 * @param haltReason why it is paused, was aborted or goes back
 * @param forecast when it will be through, as far as it can be told; null in lists
 * @param history null in lists
 */
public record DeploymentView(
        String number,
        long version,
        DeploymentState state,
        String shown,
        RolloutJob job,
        List<DeploymentVerb> allowed,
        DeploymentState outcome,
        String release,
        String change,
        String packageDigest,
        String product,
        String wantedVersion,
        TargetAction goal,
        int parallel,
        Integer parallelPerSite,
        FailureThreshold maxFailures,
        RolloutOrder order,
        String planDigest,
        int targets,
        Map<TargetState, Long> states,
        long failing,
        long inFlight,
        List<WaveView> waves,
        List<ExclusionView> exclusions,
        String plannedBy,
        List<String> deployers,
        Instant startedAt,
        Instant endedAt,
        String haltKey,
        String haltReason,
        String verifiedBy,
        String verification,
        Forecast forecast,
        List<History.Step> history,
        String thread) {

    /** A server that is to be left out, or is. */
    public record ExclusionView(
            String server, String reason, String askedBy, Instant askedAt, String approvedBy, Instant approvedAt) {

        static ExclusionView from(Exclusion exclusion) {
            return new ExclusionView(
                    exclusion.server(),
                    exclusion.reason(),
                    exclusion.askedBy(),
                    exclusion.askedAt(),
                    exclusion.approvedBy(),
                    exclusion.approvedAt());
        }
    }

    static DeploymentView from(
            Deployment deployment,
            Tally tally,
            RolloutJob job,
            Forecast forecast,
            List<History.Step> history,
            String thread) {
        return new DeploymentView(
                deployment.number().toString(),
                deployment.version(),
                deployment.state(),
                RolloutJob.shown(deployment.state(), job),
                job,
                deployment.state().allowed(),
                deployment.outcome(),
                deployment.origin().release(),
                deployment.origin().change(),
                deployment.origin().packageDigest(),
                deployment.origin().product(),
                deployment.origin().wantedVersion(),
                deployment.goal(),
                deployment.parallel(),
                deployment.parallelPerSite().orElse(null),
                deployment.maxFailures().orElse(null),
                deployment.order(),
                deployment.planDigest(),
                deployment.targets(),
                tally.byState(),
                tally.failing(),
                tally.inFlight(),
                WaveView.of(deployment, tally),
                deployment.exclusions().stream().map(ExclusionView::from).toList(),
                deployment.plannedBy(),
                deployment.deployers().stream().sorted().toList(),
                deployment.startedAt(),
                deployment.endedAt(),
                deployment.haltKey(),
                deployment.haltReason(),
                deployment.verifiedBy(),
                deployment.verification(),
                forecast,
                history,
                thread);
    }
}
