package io.throughline.deployment.domain.plan;

import io.throughline.kernel.domain.PlainText;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * One wave as somebody plans it: exactly one of count, percent, servers and label.
 *
 * @param name for people, as {@code canary}
 * @param count so many of the servers that no earlier wave has
 * @param percent this share of all servers of the plan, rounded up, or what is left if that is less
 * @param servers these, by number or name
 * @param label those left that carry the label, {@code key} or {@code key=value}; {@code site} is a key too
 * @param maxFailures what this wave bears; null for the plan's own
 * @param soakSeconds how long the wave is watched before the next begins; null for not at all
 * @param minSuccess how many servers must have the wanted level for the wave to pass; null for no limit
 * @param gate what opens the wave; null for automatic
 */
public record WaveRequest(
        @PlainText(max = 80) String name,
        Integer count,
        Integer percent,
        List<@NotNull @PlainText String> servers,
        @PlainText String label,
        FailureThreshold maxFailures,
        Integer soakSeconds,
        SuccessThreshold minSuccess,
        WaveGate gate) {

    long selections() {
        return (count == null ? 0 : 1)
                + (percent == null ? 0 : 1)
                + (servers == null ? 0 : 1)
                + (label == null ? 0 : 1);
    }
}
