package io.throughline.batch.rollout;

import io.throughline.deployment.domain.target.Claim;
import io.throughline.deployment.domain.target.Outcome;
import io.throughline.deployment.domain.target.TargetAction;
import io.throughline.deployment.domain.target.TargetState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hosts in memory, each with a marker that refuses lower tokens and a count of real applies. They go on with what they
 * were told when whoever told them dies, as real hosts do.
 */
final class SimulatedFleet implements AutoCloseable {

    private static final class Host {
        private int applies;
        private long highestToken;
    }

    private final Map<String, Host> hosts = new HashMap<>();
    private final Set<String> failing = new HashSet<>();
    private final Set<String> silent = new HashSet<>();
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger mostAtWork = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final int millis;

    SimulatedFleet(int millis) {
        this.millis = millis;
    }

    /** The install script of this host ends with an error. */
    void fail(String server) {
        failing.add(server);
    }

    /** The answers of this host's installs are lost. */
    void muteInstalls(String server) {
        silent.add(server);
    }

    synchronized int applies(String server) {
        return hosts.containsKey(server) ? hosts.get(server).applies : 0;
    }

    synchronized int touched() {
        return (int) hosts.values().stream().filter(host -> host.applies > 0).count();
    }

    int mostAtWork() {
        return mostAtWork.get();
    }

    int atWork() {
        return atWork.get();
    }

    HostWork work() {
        return new HostWork() {

            @Override
            public void prepare(List<Claim> claims) {}

            @Override
            public CompletableFuture<Outcome> begin(Claim claim) {
                mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                CompletableFuture<Outcome> answer = new CompletableFuture<>();
                clock.schedule(
                        () -> {
                            Outcome outcome = perform(claim);
                            atWork.decrementAndGet();
                            answer.complete(outcome);
                        },
                        millis,
                        TimeUnit.MILLISECONDS);
                return answer;
            }
        };
    }

    private synchronized Outcome perform(Claim claim) {
        Host host = hosts.computeIfAbsent(claim.server(), server -> new Host());
        if (claim.token() < host.highestToken) {
            return outcome(claim, TargetState.IN_DOUBT);
        }
        host.highestToken = claim.token();
        if (claim.action() == TargetAction.VERIFY) {
            return outcome(claim, host.applies > 0 ? TargetState.VERIFIED : TargetState.PENDING);
        }
        if (failing.contains(claim.server())) {
            return outcome(claim, TargetState.FAILED);
        }
        host.applies++;
        return outcome(claim, silent.contains(claim.server()) ? TargetState.IN_DOUBT : TargetState.VERIFIED);
    }

    private static Outcome outcome(Claim claim, TargetState state) {
        return new Outcome(claim, state, true, null, null, null, null, null, List.of());
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
