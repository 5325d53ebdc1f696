package io.throughline.deployment.domain.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * When a rollout will be through, as far as it can be told.
 *
 * <p>{@code endsAt = now + Σ over its stages (max(remaining / (rate × scale), mean time of a server) + soak to come)}
 * where
 *
 * <ul>
 *   <li>{@code rate} is {@link Pace#perSecond()} of the newest answers of this very rollout, in the direction in which it
 *       goes;
 *   <li>{@code scale} is how many servers of the stage the plan lets run at once, divided by how many it let run at once
 *       where the rate was measured: a canary of one server says how long a server takes, not how fast fifty at once are;
 *   <li>a stage of which nothing remains takes its soak time only.
 * </ul>
 *
 * <p>Limits of sites and services are in the rate, since they were in force when it was measured. The end of the change's
 * window is not looked at: there a rollout pauses, whatever is left.
 *
 * @param perSecond servers answered per second of work; null while too few have answered
 * @param endsAt null when it is not known
 * @param secondsLeft from when this was told until then; null when it is not known
 * @param unknown why it is not known; null when it is
 */
public record Forecast(Double perSecond, Instant endsAt, Long secondsLeft, Unknown unknown) {

    /** Why nobody can say when it will be through. */
    public enum Unknown {
        NOT_STARTED,
        /** A person has to resume it. */
        PAUSED,
        /** A person has to let one of the waves to come begin. */
        NEEDS_APPROVAL,
        /** Fewer than {@link Pace#FEWEST} servers have answered. */
        TOO_FEW_ANSWERS,
        /** It is through. */
        OVER
    }

    /**
     * What is done before the next begins: a wave, or all of a rollback.
     *
     * @param atOnce how many of its servers the plan lets run at once
     * @param remaining how many of its servers wait or are in hand
     * @param soak how long it will still be watched after its last server
     * @param needsApproval a person has to let it begin
     */
    public record Stage(int atOnce, long remaining, Duration soak, boolean needsApproval) {}

    /** Nothing is known but why. */
    public static Forecast unknown(Unknown why) {
        return new Forecast(null, null, null, why);
    }

    /**
     * @param works newest answers of the rollout
     * @param measuredAtOnce how many servers the plan let run at once where those were measured
     */
    public static Forecast of(List<Stage> stages, Collection<Work> works, int measuredAtOnce, Instant now) {
        Optional<Pace> pace = Pace.of(works);
        Double rate = pace.map(Pace::perSecond).orElse(null);
        if (stages.stream().anyMatch(Stage::needsApproval)) {
            return new Forecast(rate, null, null, Unknown.NEEDS_APPROVAL);
        }
        boolean onlySoaks = stages.stream().allMatch(stage -> stage.remaining() == 0);
        if (pace.isEmpty() && !onlySoaks) {
            return unknown(Unknown.TOO_FEW_ANSWERS);
        }
        Duration left = Duration.ZERO;
        for (Stage stage : stages) {
            Duration work = stage.remaining() == 0
                    ? Duration.ZERO
                    : pace.get().timeOf(stage.remaining(), (double) stage.atOnce() / measuredAtOnce);
            left = left.plus(work).plus(stage.soak());
        }
        return new Forecast(rate, now.plus(left), left.toSeconds(), null);
    }
}
