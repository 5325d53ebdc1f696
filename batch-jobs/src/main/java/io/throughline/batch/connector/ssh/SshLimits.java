package io.throughline.batch.connector.ssh;

import java.time.Duration;

/**
 * How long the parts of an exchange may take that come before the command.
 *
 * @param connect until the TCP connection stands
 * @param login from then on until the host has accepted our key
 * @param open from then on until the host has opened a channel for the command
 */
public record SshLimits(Duration connect, Duration login, Duration open) {

    public static SshLimits usual() {
        return new SshLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(10));
    }
}
