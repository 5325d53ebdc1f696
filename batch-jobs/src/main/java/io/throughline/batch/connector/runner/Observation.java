package io.throughline.batch.connector.runner;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a look at a host showed.
 *
 * @param kind whether there is something to see at all
 * @param reason why not, in one line; empty when the host answered
 * @param exit status of the script, -1 without answer
 * @param output what the script wrote, cut to a few kilobytes, without control characters
 * @param marker what the host remembers of the product; for a level only
 */
public record Observation(
        Kind kind, String reason, int exit, String output, Optional<HostMarker> marker, Duration duration) {

    private static final Pattern LEVEL = Pattern.compile("[A-Za-z0-9._+~:-]{1,64}");

    /** Whether a look succeeded. */
    public enum Kind {
        /** The script ended by itself, with whatever status. */
        ANSWERED,
        /** The script ran out of its time and was stopped. */
        TIMED_OUT,
        /** Neither connection nor login. */
        UNREACHABLE,
        /** The host key is not the expected one. */
        QUARANTINED,
        /** The connection broke; since looking changes nothing, looking again is safe. */
        NO_ANSWER
    }

    /** The level that a level script printed; empty when it failed or printed something else. */
    public Optional<String> level() {
        String first = output.lines().findFirst().orElse("").strip();
        return kind == Kind.ANSWERED && exit == 0 && LEVEL.matcher(first).matches()
                ? Optional.of(first)
                : Optional.empty();
    }

    static Observation without(Kind kind, String reason, Duration duration) {
        return new Observation(kind, reason, -1, "", Optional.empty(), duration);
    }
}
