package io.throughline.deployment.service;

import io.throughline.deployment.domain.Deployment;
import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.domain.Wave;
import io.throughline.deployment.domain.WaveState;
import io.throughline.deployment.domain.forecast.Forecast;
import io.throughline.deployment.domain.forecast.Forecast.Stage;
import io.throughline.deployment.domain.forecast.Forecast.Unknown;
import io.throughline.deployment.domain.forecast.Work;
import io.throughline.deployment.domain.target.Target;
import io.throughline.deployment.domain.target.TargetAction;
import io.throughline.deployment.domain.target.TargetLedger;
import io.throughline.deployment.domain.target.TargetState;
import io.throughline.kernel.domain.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Says of a rollout when it will be through, from what its ledger has measured. */
@ApplicationScoped
class RolloutOutlook {

    /** So many of the newest answers tell how fast it is now. */
    static final int MEASURED = 200;

    @Inject
    TargetLedger ledger;

    @Inject
    Clock clock;

    Forecast of(Deployment deployment, Tally tally) {
        DeploymentState state = deployment.state();
        if (!state.isActive()) {
            return Forecast.unknown(unknown(state));
        }
        return of(deployment, tally, ledger.newestAnswers(deployment.number().sequence(), MEASURED));
    }

    /**
     * @param answered servers of the deployment that answered last
     */
    Forecast of(Deployment deployment, Tally tally, List<Target> answered) {
        if (!deployment.state().isActive()) {
            return Forecast.unknown(unknown(deployment.state()));
        }
        List<Target> measured = answered.stream()
                .filter(target -> target.action() == deployment.goal())
                .filter(target -> !TargetState.IN_FLIGHT.contains(target.state()))
                .filter(target -> target.intendedAt() != null)
                .toList();
        List<Work> works = measured.stream()
                .map(target -> new Work(target.intendedAt(), target.answeredAt()))
                .toList();
        if (deployment.goal() == TargetAction.ROLLBACK) {
            // all waves at once
            Stage back = new Stage(deployment.parallel(), tally.open(), Duration.ZERO, false);
            return Forecast.of(List.of(back), works, deployment.parallel(), Times.now(clock));
        }
        Instant now = Times.now(clock);
        List<Stage> stages = deployment.waves().stream()
                .map(wave -> new Stage(
                        atOnce(deployment, wave),
                        tally.open(wave.position()),
                        soak(wave, now),
                        wave.waitsForApproval()))
                .toList();
        int atOnce = deployment.waves().stream()
                .filter(wave -> measured.stream().anyMatch(target -> target.wave() == wave.position()))
                .mapToInt(wave -> atOnce(deployment, wave))
                .max()
                .orElse(1);
        return Forecast.of(stages, works, atOnce, now);
    }

    private static int atOnce(Deployment deployment, Wave wave) {
        return Math.min(deployment.parallel(), wave.targets());
    }

    private static Duration soak(Wave wave, Instant now) {
        if (wave.state() == WaveState.WAITING || wave.state() == WaveState.RUNNING) {
            return Duration.ofSeconds(wave.soakSeconds());
        }
        return wave.soaksAt(now) ? Duration.between(now, wave.soaksUntil()) : Duration.ZERO;
    }

    private static Unknown unknown(DeploymentState state) {
        return switch (state) {
            case PLANNED, CONFIRMED -> Unknown.NOT_STARTED;
            case PAUSED -> Unknown.PAUSED;
            default -> Unknown.OVER;
        };
    }
}
