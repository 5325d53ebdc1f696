package io.throughline.rest.deployment.feed;

import io.throughline.deployment.service.DeploymentView;
import io.throughline.deployment.service.RolloutProgress;
import io.throughline.deployment.service.TargetView;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What a reader of a rollout's events is told: the whole, each time.
 *
 * @param deployment as GET shows it, without its history
 * @param running servers that are being worked on
 * @param answered servers that answered since what the reader has seen, oldest first; of very many the newest
 * @param frontDoorPercent share of successes at the service's front door; null when it has none
 */
public record RolloutEvent(
        DeploymentView deployment, List<TargetView> running, List<TargetView> answered, Integer frontDoorPercent) {

    /** Answers are told again that came so shortly before the last one seen: another node's clock may be a bit behind. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);

    static RolloutEvent of(RolloutProgress progress, Integer frontDoorPercent) {
        List<TargetView> oldestFirst = progress.answered().stream()
                .sorted(Comparator.comparing(TargetView::answeredAt))
                .toList();
        return new RolloutEvent(progress.deployment(), progress.running(), oldestFirst, frontDoorPercent);
    }

    /**
     * For a reader that comes back.
     *
     * @param seen newest answer that it knows of; null for none
     */
    RolloutEvent since(Instant seen) {
        return seen == null ? this : answeredAfter(seen.minus(CLOCKS_DIFFER));
    }

    /** For a reader that was told of another one before. */
    RolloutEvent after(RolloutEvent before) {
        List<TargetView> fresh = answered.stream()
                .filter(target -> !before.answered.contains(target))
                .toList();
        return new RolloutEvent(deployment, running, fresh, frontDoorPercent);
    }

    private RolloutEvent answeredAfter(Instant at) {
        return new RolloutEvent(
                deployment,
                running,
                answered.stream()
                        .filter(target -> target.answeredAt().isAfter(at))
                        .toList(),
                frontDoorPercent);
    }

    /** Whether a reader of the other one learns something from this one; how the forecast slides is nothing new. */
    boolean tellsMoreThan(RolloutEvent other) {
        return other == null
                || deployment.version() != other.deployment.version()
                || deployment.state() != other.deployment.state()
                || !Objects.equals(deployment.shown(), other.deployment.shown())
                || !deployment.states().equals(other.deployment.states())
                || !running.equals(other.running)
                || !answered.equals(other.answered)
                || !Objects.equals(frontDoorPercent, other.frontDoorPercent);
    }

    /** Newest answer that it tells of; null when nothing has answered yet. */
    Instant newest() {
        return answered.isEmpty() ? null : answered.get(answered.size() - 1).answeredAt();
    }
}
