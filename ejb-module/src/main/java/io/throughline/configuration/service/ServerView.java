package io.throughline.configuration.service;

import io.throughline.configuration.domain.server.InstalledProduct;
import io.throughline.configuration.domain.server.Server;
import io.throughline.configuration.domain.server.ServerDetails;
import io.throughline.configuration.domain.server.ServerState;
import io.throughline.configuration.domain.server.ServerVerb;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A server.
 *
 * @param doNotTouch why nobody may touch it; null when it may be touched
 */
public record ServerView(
        String number,
        long version,
        ServerState state,
        List<ServerVerb> allowed,
        String name,
        String description,
        String site,
        Map<String, String> labels,
        String address,
        int port,
        String user,
        String probeUser,
        String hostKey,
        boolean testServer,
        String doNotTouch,
        List<Installed> installed) {

    /**
     * @param change number of the change that put it there; null when it was there at registration
     */
    public record Installed(String product, String version, Instant since, String change) {

        static Installed from(InstalledProduct product) {
            return new Installed(product.product(), product.version(), product.since(), product.byChange());
        }
    }

    public static ServerView from(Server server) {
        ServerDetails details = server.details();
        return new ServerView(
                server.number().toString(),
                server.version(),
                server.state(),
                ServerState.TRANSITIONS.allowed(server.state()),
                server.name(),
                server.description(),
                details.site(),
                new TreeMap<>(details.labels()),
                details.address(),
                details.port(),
                details.user(),
                details.probeUser(),
                details.hostKey(),
                details.testServer(),
                server.protectedBecause().orElse(null),
                server.installed().stream().map(Installed::from).toList());
    }

    /** Version of this product that is known to be installed; empty when none is. */
    public Optional<String> versionOf(String product) {
        return installed.stream()
                .filter(known -> known.product().equals(product))
                .map(Installed::version)
                .findFirst();
    }
}
