package io.throughline.configuration.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.configuration.domain.server.InstalledProduct;
import io.throughline.configuration.domain.server.Server;
import io.throughline.configuration.domain.server.ServerRepository;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
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
        for (Installation installation : installations) {
            Server server = known.get(installation.server());
            if (server == null) {
                server = servers.require(installation.server());
            }
            report(server, installation);
        }
    }

    private void report(Server server, Installation installation) {
        String change = installation.change().toString();
        String product = installation.product();
        Optional<InstalledProduct> known = server.installed(product);
        boolean told = installation.version() == null
                ? known.isEmpty()
                : known.filter(one -> one.version().equals(installation.version()) && change.equals(one.byChange()))
                        .isPresent();
        if (!told) {
            trail.change(
                    server,
                    AuditEntry.of("server.installed").atServer(server.number()).because("by " + change),
                    deed -> {
                        if (installation.version() == null) {
                            server.reportRemoved(product, deed);
                        } else {
                            server.reportInstalled(
                                    new InstalledProduct(product, installation.version(), deed.at(), change), deed);
                        }
                    });
        }
    }
}
