package io.throughline.deployment.domain.plan;

import io.throughline.kernel.domain.Sha256;
import java.util.List;

/**
 * A plan that was checked: every server of the envelope is in exactly one wave.
 *
 * @param parallel most hosts that are worked on at once
 */
public record RolloutPlan(List<PlannedWave> waves, int parallel, RolloutOrder order) {

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
        for (PlannedWave wave : waves) {
            text.append("wave count ").append(wave.maxFailures().count());
            text.append(" percent ").append(wave.maxFailures().percent());
            text.append(" soak ").append(wave.soakSeconds()).append('\n');
            wave.servers().forEach(server -> text.append(server).append('\n'));
        }
        return text.toString();
    }
}
