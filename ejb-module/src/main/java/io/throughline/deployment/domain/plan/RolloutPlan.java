package io.throughline.deployment.domain.plan;

import io.throughline.kernel.domain.Sha256;
import java.util.List;

/**
 * A plan that was checked: every server of the envelope is in exactly one wave.
 *
 * @param parallel most hosts that are worked on at once
 * @param parallelPerSite most hosts of one site at once; null for no such limit
 * @param maxFailures what the rollout bears over all waves together; null for no such limit
 */
public record RolloutPlan(
        List<PlannedWave> waves,
        int parallel,
        RolloutOrder order,
        Integer parallelPerSite,
        FailureThreshold maxFailures) {

    public RolloutPlan {
        waves = List.copyOf(waves);
    }

    public List<String> servers() {
        return waves.stream().flatMap(wave -> wave.servers().stream()).toList();
    }

    /** SHA-256 of {@link #text()}: what a confirmation binds, so that nobody changes a plan behind it. */
    public String digest() {
        return Sha256.of(text());
    }

    /** The plan in lines, one meaning each; equal plans give equal texts. */
    String text() {
        StringBuilder text = new StringBuilder("throughline-plan 1\n");
        text.append("parallel ").append(parallel).append('\n');
        text.append("order ").append(order).append('\n');
        if (parallelPerSite != null) {
            text.append("site parallel ").append(parallelPerSite).append('\n');
        }
        if (maxFailures != null) {
            text.append("failures count ").append(maxFailures.count());
            text.append(" percent ").append(maxFailures.percent()).append('\n');
        }
        for (PlannedWave wave : waves) {
            text.append("wave count ").append(wave.maxFailures().count());
            text.append(" percent ").append(wave.maxFailures().percent());
            text.append(" soak ").append(wave.soakSeconds()).append('\n');
            if (!wave.minSuccess().equals(SuccessThreshold.NONE)) {
                text.append("success count ").append(wave.minSuccess().count());
                text.append(" percent ").append(wave.minSuccess().percent()).append('\n');
            }
            if (wave.gate() != WaveGate.AUTOMATIC) {
                text.append("gate ").append(wave.gate()).append('\n');
            }
            wave.servers().forEach(server -> text.append(server).append('\n'));
        }
        return text.toString();
    }
}
