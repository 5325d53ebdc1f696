package io.throughline.batch.connector;

import java.time.Duration;

/** How an exchange ended. */
public sealed interface HostAnswer {

    /** The time the whole exchange took. */
    Duration duration();

    /**
     * The command ended by itself.
     *
     * @param exit its status
     * @param output its standard output as text, cut where it was too long, without control characters
     * @param errors the same of its standard error
     */
    record Answered(int exit, String output, String errors, Duration duration) implements HostAnswer {}

    /** The command was never sent: no connection, no common algorithm, no login. Trying again is safe. */
    record Unreachable(String reason, Duration duration) implements HostAnswer {}

    /** The host showed a key that is not expected. Nothing was sent; a person has to look. */
    record Quarantined(String reason, Duration duration) implements HostAnswer {}

    /**
     * The command was sent, its answer did not come: it may not have run, may be running, may have run.
     *
     * @param output what came until then
     */
    record InDoubt(String reason, String output, Duration duration) implements HostAnswer {}
}
