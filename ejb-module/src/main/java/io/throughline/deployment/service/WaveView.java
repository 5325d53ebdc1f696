package io.throughline.deployment.service;

import io.throughline.deployment.domain.Deployment;
import io.throughline.deployment.domain.Wave;
import io.throughline.deployment.domain.WaveState;
import io.throughline.deployment.domain.plan.FailureThreshold;
import io.throughline.deployment.domain.plan.SuccessThreshold;
import io.throughline.deployment.domain.plan.WaveGate;
import io.throughline.deployment.domain.target.TargetState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A wave and where its servers are.
 *
 * @param targets how many servers it has
 * @param minSuccess how many servers must have the wanted level for the wave to pass
 * @param openedBy who let it begin; null when nobody had to, or nobody has yet
 * @param soaksUntil when it has been watched long enough; null before it is watched
 * @param failing how many of them count against its threshold
 * @param states how many servers are in which state
 */
public record WaveView(
        int position,
        String name,
        WaveState state,
        int targets,
        FailureThreshold maxFailures,
        int soakSeconds,
        SuccessThreshold minSuccess,
        WaveGate gate,
        String openedBy,
        Instant soaksUntil,
        Instant startedAt,
        Instant endedAt,
        long failing,
        Map<TargetState, Long> states) {

    static List<WaveView> of(Deployment deployment, Tally tally) {
        return deployment.waves().stream().map(wave -> of(wave, tally)).toList();
    }

    private static WaveView of(Wave wave, Tally tally) {
        return new WaveView(
                wave.position(),
                wave.name(),
                wave.state(),
                wave.targets(),
                wave.threshold(),
                wave.soakSeconds(),
                wave.minSuccess(),
                wave.gate(),
                wave.openedBy(),
                wave.soaksUntil(),
                wave.startedAt(),
                wave.endedAt(),
                tally.failing(wave.position()),
                tally.byState(wave.position()));
    }
}
