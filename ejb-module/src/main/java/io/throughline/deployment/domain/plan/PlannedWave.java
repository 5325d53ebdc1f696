package io.throughline.deployment.domain.plan;

import java.util.List;

/** One wave with its servers' numbers in the order in which they are taken. */
public record PlannedWave(
        String name,
        List<String> servers,
        FailureThreshold maxFailures,
        int soakSeconds,
        SuccessThreshold minSuccess,
        WaveGate gate) {

    public PlannedWave {
        servers = List.copyOf(servers);
    }
}
