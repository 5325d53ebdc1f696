package io.throughline.configuration.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.configuration.domain.server.InstalledProduct;
import io.throughline.configuration.domain.server.Server;
import io.throughline.configuration.domain.server.ServerRepository;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** By which deployments tell what is installed now, in the transaction in which they note their own outcome. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class InstalledProducts {

    @Inject
    ServerRepository servers;

    @Inject
    AuditTrail trail;

    /**
     * @param version null when the product is no longer there
     * @param change number of the change by which it was installed, or by whose rollback it came back
     */
    public record Installation(RecordNumber server, String product, String version, RecordNumber change) {}

    /** Notes the installations; one that is already known, by the same change, is left as it is. */
    public void report(Collection<Installation> installations) {
        List<RecordNumber> numbers =
                installations.stream().map(Installation::server).distinct().toList();
        Map<RecordNumber, Server> known =
                servers.all(numbers).stream().collect(Collectors.toMap(Server::number, server -> server));
        // one installation a server at a time: a second product of the same server waits for the next round
        List<Installation> waiting = new ArrayList<>(installations);
        while (!waiting.isEmpty()) {
            Map<Server, Installation> round = new LinkedHashMap<>();
            waiting.removeIf(installation -> {
                Server server = known.computeIfAbsent(installation.server(), servers::require);
                return round.putIfAbsent(server, installation) == null;
            });
            report(round);
        }
    }

    private void report(Map<Server, Installation> round) {
        round.entrySet().removeIf(entry -> told(entry.getKey(), entry.getValue()));
        trail.changeAll(
                round.keySet(),
                server -> AuditEntry.of("server.installed")
                        .atServer(server.number())
                        .because("by " + round.get(server).change()),
                (server, deed) -> install(server, round.get(server), deed));
    }

    private static boolean told(Server server, Installation installation) {
        String change = installation.change().toString();
        Optional<InstalledProduct> known = server.installed(installation.product());
        return installation.version() == null
                ? known.isEmpty()
                : known.filter(one -> one.version().equals(installation.version()) && change.equals(one.byChange()))
                        .isPresent();
    }

    private static void install(Server server, Installation installation, Deed deed) {
        if (installation.version() == null) {
            server.reportRemoved(installation.product(), deed);
        } else {
            server.reportInstalled(
                    new InstalledProduct(
                            installation.product(),
                            installation.version(),
                            deed.at(),
                            installation.change().toString()),
                    deed);
        }
    }
}
