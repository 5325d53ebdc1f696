package io.throughline.deployment.service;

import io.throughline.deployment.domain.Deployment;
import io.throughline.deployment.domain.ServerDirectory;
import io.throughline.deployment.domain.ServerDirectory.Capacity;
import io.throughline.deployment.domain.ServerDirectory.Standing;
import io.throughline.deployment.domain.target.Target;
import io.throughline.deployment.domain.target.TargetAction;
import io.throughline.deployment.domain.target.TargetLedger;
import io.throughline.deployment.domain.target.TargetState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How many of the servers that wait may be taken in hand now: of one site no more than the plan says, and of a service
 * no more than leave as many up as it needs, whatever rollouts take them down.
 */
@ApplicationScoped
class RolloutLimits {

    /** So many waiting servers are looked through for one of a site that is not busy. */
    private static final int LOOKED_THROUGH = 500;

    @Inject
    ServerDirectory servers;

    @Inject
    TargetLedger ledger;

    @Inject
    ChangeGate gate;

    /** How many waiting servers to look at, to find so many that may be taken. */
    int lookAt(Deployment deployment, int limit) {
        return deployment.parallelPerSite().isPresent() ? Math.max(limit, LOOKED_THROUGH) : limit;
    }

    /**
     * Pauses the deployment when a service has nothing to spare and no server of it will come back by itself.
     *
     * @param waiting servers in the plan's order
     * @return at most so many of them
     */
    List<Target> within(Deployment deployment, List<Target> waiting, int limit) {
        List<Target> ofFreeSites = deployment
                .parallelPerSite()
                .map(most -> ofFreeSites(deployment, waiting, most))
                .orElse(waiting);
        List<Target> next = ofFreeSites.stream().limit(limit).toList();
        List<Capacity> capacities = servers.capacities(changed(next));
        return capacities.isEmpty() ? next : spared(deployment, next, capacities);
    }

    private List<Target> ofFreeSites(Deployment deployment, List<Target> waiting, int most) {
        List<Target> inHand = ledger.inStates(deployment.number().sequence(), TargetState.IN_FLIGHT);
        List<String> all = new ArrayList<>(numbers(waiting));
        all.addAll(numbers(inHand));
        Map<String, String> sites = servers.standings(all).stream()
                .collect(Collectors.toMap(
                        Standing::number,
                        server -> Optional.ofNullable(server.site()).orElse("")));
        Map<String, Integer> busy = new HashMap<>();
        inHand.forEach(target -> busy.merge(sites.getOrDefault(target.server(), ""), 1, Integer::sum));
        return waiting.stream()
                .filter(target -> busy.merge(sites.getOrDefault(target.server(), ""), 1, Integer::sum) <= most)
                .toList();
    }

    private List<Target> spared(Deployment deployment, List<Target> next, List<Capacity> capacities) {
        Map<String, TargetState> down = ledger.down();
        Map<String, Long> spare = new HashMap<>();
        capacities.forEach(service -> spare.put(
                service.service(),
                service.spare()
                        - service.servers().stream().filter(down::containsKey).count()));
        List<Target> taken = new ArrayList<>();
        for (Target target : next) {
            List<Capacity> provided = capacities.stream()
                    .filter(service -> service.servers().contains(target.server()))
                    .toList();
            if (target.next() == TargetAction.VERIFY || down.containsKey(target.server())) {
                taken.add(target);
            } else if (provided.stream().allMatch(service -> spare.get(service.service()) > 0)) {
                provided.forEach(service -> spare.merge(service.service(), -1L, Long::sum));
                taken.add(target);
            }
        }
        if (taken.isEmpty()) {
            capacities.stream()
                    .filter(service -> spare.get(service.service()) <= 0)
                    .filter(service -> service.servers().stream()
                            .map(down::get)
                            .noneMatch(state -> state != null && TargetState.IN_FLIGHT.contains(state)))
                    .findFirst()
                    .ifPresent(service -> gate.halt(deployment, Deployment.NO_CAPACITY, exhausted(service, down)));
        }
        return taken;
    }

    private static String exhausted(Capacity service, Map<String, TargetState> down) {
        return "%s needs %d of its %d servers up, and %d are down already; repair them, or let it need fewer."
                .formatted(
                        service.service(),
                        service.minimumLive(),
                        service.servers().size(),
                        service.servers().stream().filter(down::containsKey).count());
    }

    private static List<String> changed(Collection<Target> targets) {
        return targets.stream()
                .filter(target -> target.next() != TargetAction.VERIFY)
                .map(Target::server)
                .toList();
    }

    private static List<String> numbers(Collection<Target> targets) {
        return targets.stream().map(Target::server).toList();
    }
}
