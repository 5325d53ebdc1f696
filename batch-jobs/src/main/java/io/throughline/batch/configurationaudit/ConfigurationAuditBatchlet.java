package io.throughline.batch.configurationaudit;

import io.throughline.batch.connector.gateway.HostGateway;
import io.throughline.batch.connector.gateway.HostSurvey;
import io.throughline.batch.engine.ActingBatchlet;
import io.throughline.configuration.service.ServerAccess;
import io.throughline.configuration.service.ServerView;
import io.throughline.configurationaudit.domain.Observation;
import io.throughline.configurationaudit.service.AuditCourse;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.operation.service.JobClaims;
import io.throughline.release.service.PackageCatalogue;
import io.throughline.release.service.PackageCatalogue.ProductLook;
import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks at the servers named, at all that provide a service, or at all, and has what it sees compared. A product of which
 * no package is known cannot be looked at; the job says how many there are.
 */
@Dependent
@Named("configurationAuditBatchlet")
public class ConfigurationAuditBatchlet extends ActingBatchlet {

    private static final int PARALLEL = 50;

    @Inject
    @BatchProperty
    private String service;

    @EJB
    HostGateway gateway;

    @EJB
    ServerAccess access;

    @EJB
    JobClaims requests;

    @EJB
    AuditCourse course;

    @EJB
    PackageCatalogue packages;

    @Override
    protected String part() {
        return "configuration-audit";
    }

    @Override
    protected String work() throws InterruptedException {
        String named = requests.of(RecordNumber.parse(request())).parameters().get("servers");
        List<ServerView> servers = servers(named);
        String audit = course.begin(request(), scope(named), servers.size());
        Map<String, Set<String>> products = products(servers);
        Map<String, Optional<ProductLook>> looks = looks(products.values());
        ServerLook look = new ServerLook(gateway.runner(), gateway::probeLogin);
        int looked = new HostSurvey<ServerView, Observation>(PARALLEL, this::stopping)
                .run(
                        servers,
                        server -> look.at(server, known(products.get(server.number()), looks)),
                        group -> course.record(
                                audit,
                                group,
                                (product, version) -> looks.getOrDefault(product, Optional.empty())
                                        .map(known -> known.filesOf(version))
                                        .orElse(Map.of())));
        if (looked == servers.size()) {
            course.complete(audit);
        }
        long blind = looks.values().stream().filter(Optional::isEmpty).count();
        return "%s: %d servers selected, %d looked at; %d products without a package to look with"
                .formatted(audit, servers.size(), looked, blind);
    }

    private List<ServerView> servers(String named) {
        if (named != null) {
            return access.servers(Arrays.asList(named.split(",")));
        }
        return everything() ? access.active() : access.providing(service);
    }

    private String scope(String named) {
        if (named != null) {
            return "servers named";
        }
        return everything() ? "all servers" : "servers of " + service;
    }

    private boolean everything() {
        return service == null || service.isBlank();
    }

    /** What should be there, and what deployments say is there. */
    private Map<String, Set<String>> products(List<ServerView> servers) {
        Map<String, Set<String>> products = new TreeMap<>(
                course.products(servers.stream().map(ServerView::number).toList()));
        servers.forEach(server -> server.installed()
                .forEach(one -> products.computeIfAbsent(server.number(), number -> new TreeSet<>())
                        .add(one.product())));
        return products;
    }

    private Map<String, Optional<ProductLook>> looks(Collection<Set<String>> products) {
        Map<String, Optional<ProductLook>> looks = new TreeMap<>();
        products.forEach(some -> some.forEach(product -> looks.computeIfAbsent(product, packages::look)));
        return looks;
    }

    private static List<ProductLook> known(Set<String> products, Map<String, Optional<ProductLook>> looks) {
        return products == null
                ? List.of()
                : products.stream()
                        .map(product -> looks.get(product).orElse(null))
                        .filter(Objects::nonNull)
                        .toList();
    }
}
