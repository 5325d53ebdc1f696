package io.throughline.deployment.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.deployment.domain.Deployment;
import io.throughline.deployment.domain.DeploymentOrigin;
import io.throughline.deployment.domain.ServerDirectory;
import io.throughline.deployment.domain.plan.Candidate;
import io.throughline.deployment.domain.plan.PlanRequest;
import io.throughline.deployment.domain.plan.Planner;
import io.throughline.deployment.domain.plan.WaveRequest;
import io.throughline.deployment.domain.target.Target;
import io.throughline.deployment.domain.target.TargetAction;
import io.throughline.deployment.domain.target.TargetLedger;
import io.throughline.deployment.domain.target.TargetState;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.RecordKind;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many servers may be taken in hand at once: six servers, four in Amsterdam and two in Frankfurt. */
class RolloutLimitsTest {

    private final Map<String, TargetState> down = new HashMap<>();
    private final RolloutLimits limits = new RolloutLimits();
    private int minimumLive;
    private String haltedBy;

    @BeforeEach
    void sixServersOfOneService() {
        limits.servers = new Directory();
        limits.ledger = (TargetLedger) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TargetLedger.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "down" -> down;
                        case "inStates" ->
                            down.entrySet().stream()
                                    .filter(entry -> TargetState.IN_FLIGHT.contains(entry.getValue()))
                                    .map(entry -> target(entry.getKey(), TargetAction.INSTALL))
                                    .toList();
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
        limits.gate = new ChangeGate() {
            @Override
            void halt(Deployment deployment, String key, String reason) {
                haltedBy = key;
            }
        };
    }

    @Test
    void withoutLimitsAsManyAsAskedForAreTaken() {
        assertThat(within(deployment(null), 3)).containsExactly(server(1), server(2), server(3));
    }

    @Test
    void ofOneSiteNoMoreThanThePlanSays() {
        Deployment deployment = deployment(1);
        assertThat(within(deployment, 6)).containsExactly(server(1), server(5));

        down.put(server(1), TargetState.INTENDED);
        assertThat(limits.within(deployment, waiting(2, 3, 5), 6))
                .extracting(Target::server)
                .containsExactly(server(5));
    }

    @Test
    void asManyStayUpAsTheServiceNeeds() {
        minimumLive = 4;
        assertThat(within(deployment(null), 6)).containsExactly(server(1), server(2));

        down.put(server(6), TargetState.UNREACHABLE);
        assertThat(within(deployment(null), 6)).containsExactly(server(1), server(6));
        assertThat(haltedBy).isNull();
    }

    @Test
    void whileOthersWorkOnItTheRolloutWaits() {
        minimumLive = 5;
        down.put(server(6), TargetState.CLAIMED);

        assertThat(limits.within(deployment(null), waiting(1, 2), 6)).isEmpty();
        assertThat(haltedBy).isNull();
    }

    @Test
    void whenNothingIsToSpareTheRolloutPausesAndSaysSo() {
        minimumLive = 5;
        down.put(server(6), TargetState.FAILED);

        assertThat(limits.within(deployment(null), waiting(1, 2), 6)).isEmpty();
        assertThat(haltedBy).isEqualTo(Deployment.NO_CAPACITY);
    }

    @Test
    void lookingAtAServerTakesNoneDown() {
        minimumLive = 6;

        assertThat(limits.within(deployment(null), List.of(target(server(1), TargetAction.VERIFY)), 6))
                .hasSize(1);
    }

    private List<String> within(Deployment deployment, int limit) {
        return limits.within(deployment, waiting(1, 2, 3, 4, 5, 6), limit).stream()
                .map(Target::server)
                .toList();
    }

    private static List<Target> waiting(int... servers) {
        return IntStream.of(servers)
                .mapToObj(server -> target(server(server), TargetAction.INSTALL))
                .toList();
    }

    private static Target target(String server, TargetAction next) {
        return new Target(
                1,
                1,
                1,
                server,
                TargetState.PENDING,
                0,
                TargetAction.INSTALL,
                next,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static String server(int server) {
        return RecordKind.SERVER.number(server).toString();
    }

    private static String site(String server) {
        return server.compareTo(server(5)) < 0 ? "ams1" : "fra1";
    }

    private static Deployment deployment(Integer perSite) {
        List<Candidate> servers = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> new Candidate(server(i), server(i), site(server(i)), Map.of(), true))
                .toList();
        WaveRequest all = new WaveRequest(null, null, 100, null, null, null, null, null, null);
        return new Deployment(
                RecordKind.DEPLOYMENT.number(1),
                new DeploymentOrigin("REL-000001", "CHG-000001", "a".repeat(64), "cart", "4.2.8"),
                Planner.plan(new PlanRequest(List.of(all), 10, null, null, perSite, null), servers),
                new Deed("PER-000001", Instant.parse("2026-03-02T09:00:00Z"), null));
    }

    private final class Directory implements ServerDirectory {

        @Override
        public List<Standing> standings(Collection<String> numbers) {
            return numbers.stream()
                    .distinct()
                    .map(number -> new Standing(number, number, site(number), Map.of(), true, false, true))
                    .toList();
        }

        @Override
        public List<Capacity> capacities(Collection<String> servers) {
            Set<String> all = IntStream.rangeClosed(1, 6)
                    .mapToObj(RolloutLimitsTest::server)
                    .collect(Collectors.toSet());
            return minimumLive == 0 || servers.isEmpty()
                    ? List.of()
                    : List.of(new Capacity("SVC-000001", minimumLive, all));
        }

        @Override
        public void installed(String change, String product, List<Installed> servers) {
            throw new UnsupportedOperationException();
        }
    }
}
