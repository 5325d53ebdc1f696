package io.throughline.change.service;

import io.throughline.change.domain.ChangeRepository;
import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.Proposal;
import io.throughline.change.domain.authorization.AuthorizedServer;
import io.throughline.change.domain.authorization.ServerResult;
import io.throughline.configuration.domain.server.Server;
import io.throughline.configuration.domain.server.ServerRepository;
import io.throughline.configuration.domain.server.ServerState;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the servers that were authorized with those that provide the service now, on nobody's account. */
@ApplicationScoped
@Transactional
public class ChangeTargets {

    @Inject
    ChangeRepository changes;

    @Inject
    ServerRepository servers;

    /** How a server stands to the envelope. */
    public enum Membership {
        /** Inside, and still there. */
        AUTHORIZED,
        /** Named by the request, not yet authorized. */
        PROPOSED,
        /** Provides the service now and lacks the wanted version, but nobody authorized it: it stays untouched. */
        JOINED,
        /** Was authorized and provides the service no more, or retired: it is skipped. */
        LEFT
    }

    /**
     * @param result what came of the change on it; null outside the envelope
     * @param installed version of the product that is known to be there; null when none is
     */
    public record Target(
            String server, String name, Membership membership, boolean bound, ServerResult result, String installed) {}

    public List<Target> standing(RecordNumber number) {
        ChangeRequest change = changes.require(number);
        Proposal.Fields asked = change.proposal().fields();
        Map<String, Server> providers = asked.service() == null
                ? Map.of()
                : servers.providing(RecordNumber.parse(asked.service())).stream()
                        .collect(Collectors.toMap(server -> server.number().toString(), Function.identity()));
        Map<String, Server> known = new HashMap<>(providers);
        servers.all(change.targets().stream().map(RecordNumber::parse).toList())
                .forEach(server -> known.put(server.number().toString(), server));

        List<Target> targets = new ArrayList<>();
        Set<String> inside =
                change.authorization().map(signed -> signed.serverNumbers()).orElse(Set.of());
        change.authorization()
                .ifPresent(signed -> signed.servers()
                        .forEach(one -> targets.add(inside(one, known.get(one.server()), providers, asked))));
        change.targets().stream()
                .filter(server -> !inside.contains(server))
                .forEach(server -> targets.add(outside(known.get(server), Membership.PROPOSED, asked)));
        providers.values().stream()
                .filter(server -> !inside.contains(server.number().toString()))
                .filter(server -> !change.targets().contains(server.number().toString()))
                .filter(server ->
                        asked.product() != null && !asked.productVersion().equals(installed(server, asked)))
                .forEach(server -> targets.add(outside(server, Membership.JOINED, asked)));
        targets.sort(Comparator.comparing(Target::server));
        return targets;
    }

    private static Target inside(
            AuthorizedServer one, Server server, Map<String, Server> providers, Proposal.Fields asked) {
        boolean left = server.state() == ServerState.RETIRED || one.provides() && !providers.containsKey(one.server());
        return new Target(
                one.server(),
                server.name(),
                left ? Membership.LEFT : Membership.AUTHORIZED,
                one.bound(),
                one.result(),
                installed(server, asked));
    }

    private static Target outside(Server server, Membership membership, Proposal.Fields asked) {
        return new Target(server.number().toString(), server.name(), membership, false, null, installed(server, asked));
    }

    private static String installed(Server server, Proposal.Fields asked) {
        return asked.product() == null
                ? null
                : server.installed(asked.product())
                        .map(known -> known.version())
                        .orElse(null);
    }
}
