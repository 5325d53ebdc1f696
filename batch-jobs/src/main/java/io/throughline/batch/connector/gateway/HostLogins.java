package io.throughline.batch.connector.gateway;

import io.throughline.batch.connector.ExpectedHostKey;
import io.throughline.batch.connector.HostTarget;
import io.throughline.configuration.service.ServerView;
import java.util.List;
import java.util.Optional;

/** Makes hosts to log in to out of the records of servers. */
final class HostLogins {

    private HostLogins() {}

    static Optional<HostTarget> target(ServerView server, String user) {
        if (blank(server.address()) || blank(user) || server.port() < 1 || server.port() > 65_535) {
            return Optional.empty();
        }
        return Optional.of(
                new HostTarget(server.name(), server.address(), server.port(), user, hostKeys(server.hostKey())));
    }

    /** A key that cannot be read is as good as none: the host is quarantined, and nothing is sent to it. */
    private static List<ExpectedHostKey> hostKeys(String recorded) {
        if (blank(recorded)) {
            return List.of();
        }
        try {
            return recorded.lines()
                    .filter(line -> !line.isBlank())
                    .map(ExpectedHostKey::parse)
                    .toList();
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
