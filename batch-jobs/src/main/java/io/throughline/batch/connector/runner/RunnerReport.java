package io.throughline.batch.connector.runner;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of one install, verify or rollback.
 *
 * @param reason one line for people; empty when there is nothing to explain
 * @param before the level from before the package was applied, empty when not known
 * @param level the level now, empty when not known
 * @param step the step that failed, empty unless {@link HostOutcome#FAILED}
 * @param changed whether this command ran an install or rollback script
 * @param repeated whether the outcome stems from an earlier command and nothing was done again
 * @param resumed whether an installation was found broken off and brought to its end
 * @param outputs what each step wrote, cut to a few kilobytes, without control characters
 */
public record RunnerReport(
        HostOutcome outcome,
        String reason,
        String before,
        String level,
        String step,
        boolean changed,
        boolean repeated,
        boolean resumed,
        Map<String, String> outputs,
        Duration duration) {

    static RunnerReport without(HostOutcome outcome, String reason, Duration duration) {
        return new RunnerReport(outcome, reason, "", "", "", false, false, false, Map.of(), duration);
    }

    /** All outputs in one text, each under its step's name: evidence to store. */
    public String evidence() {
        return outputs.entrySet().stream()
                .map(output ->
                        "--- " + output.getKey() + "\n" + output.getValue().stripTrailing() + "\n")
                .collect(Collectors.joining());
    }
}
