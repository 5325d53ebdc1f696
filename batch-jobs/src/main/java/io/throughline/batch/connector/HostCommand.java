package io.throughline.batch.connector;

import java.time.Duration;

/**
 * What to do on a host.
 *
 * @param line what the login shell runs; anything from outside in it must be quoted
 * @param input what the command reads
 * @param limit how long the command may take, beginning when it is sent
 * @param outputLimit how many bytes of each output are kept; what comes after them is read and dropped
 */
public record HostCommand(String line, HostInput input, Duration limit, int outputLimit) {

    public static final int USUAL_OUTPUT_LIMIT = 64 << 10;

    public HostCommand {
        if (line.isBlank() || line.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a command must be text without the character NUL");
        }
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("a command's limit must be positive");
        }
    }

    public HostCommand(String line, Duration limit) {
        this(line, HostInput.none(), limit, USUAL_OUTPUT_LIMIT);
    }
}
