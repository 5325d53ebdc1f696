package io.throughline.deployment.service;

import io.throughline.configuration.domain.server.ServerState;
import io.throughline.configuration.service.InstalledProducts;
import io.throughline.configuration.service.InstalledProducts.Installation;
import io.throughline.configuration.service.ServerAccess;
import io.throughline.configuration.service.ServerService;
import io.throughline.configuration.service.ServerView;
import io.throughline.configuration.service.ServiceCapacities;
import io.throughline.deployment.domain.ServerDirectory;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.service.Acting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/** The servers as Configuration knows them. */
@ApplicationScoped
class ConfiguredServers implements ServerDirectory {

    @Inject
    ServerService servers;

    @Inject
    ServerAccess machineAccess;

    @Inject
    InstalledProducts products;

    @Inject
    ServiceCapacities capacities;

    @Override
    public List<Standing> standings(Collection<String> numbers) {
        List<ServerView> found = Acting.required().isMachine()
                ? machineAccess.servers(numbers)
                : servers.all(numbers.stream().map(RecordNumber::parse).toList());
        return found.stream().map(ConfiguredServers::standing).toList();
    }

    @Override
    public void installed(String change, String product, List<Installed> installed) {
        RecordNumber by = RecordNumber.parse(change);
        products.report(installed.stream()
                .map(one -> new Installation(RecordNumber.parse(one.server()), product, one.version(), by))
                .toList());
    }

    @Override
    public List<Capacity> capacities(Collection<String> numbers) {
        return capacities.holding(numbers).stream()
                .map(one -> new Capacity(one.service(), one.minimumLive(), one.servers()))
                .toList();
    }

    private static Standing standing(ServerView server) {
        return new Standing(
                server.number(),
                server.name(),
                server.site(),
                server.labels(),
                server.state() == ServerState.ACTIVE,
                server.doNotTouch() != null,
                server.address() != null && server.user() != null);
    }
}
