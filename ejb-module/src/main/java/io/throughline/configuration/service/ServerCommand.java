package io.throughline.configuration.service;

import io.throughline.configuration.domain.server.ServerDetails;
import io.throughline.kernel.domain.PlainText;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is to be known of a server; {@link ServerDetails} says what each field may hold.
 *
 * @param port 22 when not given
 * @param installed what is on it when it is registered; from then on deployments tell
 */
public record ServerCommand(
        @PlainText(max = 120) String name,
        @PlainText(max = 4000, multiline = true) String description,
        @PlainText(max = 120) String site,
        Map<String, String> labels,
        String address,
        Integer port,
        String user,
        String probeUser,
        String hostKey,
        Boolean testServer,
        @Valid List<Installed> installed) {

    public static final int DEFAULT_PORT = 22;

    /**
     * @param since from when it is known to be there; now when not given
     * @param change number of the change that put it there, or null
     */
    public record Installed(String product, String version, Instant since, String change) {}

    public ServerCommand {
        installed = installed == null ? List.of() : List.copyOf(installed);
    }

    /** As a server takes them; refuses what it does not. */
    public ServerDetails details() {
        return new ServerDetails(
                name,
                description,
                site,
                labels,
                address == null ? name : address,
                port == null ? DEFAULT_PORT : port,
                user,
                probeUser,
                hostKey,
                Boolean.TRUE.equals(testServer));
    }
}
