package io.throughline.configuration.service;

import io.throughline.configuration.domain.server.ServerLedger;
import io.throughline.configuration.domain.server.ServerReservation;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sees to it that only one change at a time has a server: from its authorization until it is closed or cancelled. Works
 * inside the transaction of the change's own verb.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ServerReservations {

    @Inject
    ServerLedger ledger;

    /**
     * Holds these servers for the change, besides those that it already holds.
     *
     * @throws Conflict {@code server-held} naming the servers that another change holds, and which
     */
    public void hold(RecordNumber change, Collection<String> servers, Instant at) {
        List<ServerReservation> held = ledger.reservationsOf(servers);
        Map<String, String> others = held.stream()
                .filter(one -> !one.change().equals(change.toString()))
                .collect(Collectors.toMap(ServerReservation::server, ServerReservation::change));
        if (!others.isEmpty()) {
            throw refusal(others);
        }
        Set<String> own = held.stream().map(ServerReservation::server).collect(Collectors.toSet());
        boolean stored = ledger.store(servers.stream()
                .filter(server -> !own.contains(server))
                .distinct()
                .sorted()
                .map(server -> new ServerReservation(server, change.toString(), at))
                .toList());
        if (!stored) {
            throw new Conflict(
                    "server-held", "Another change took one of the servers of " + change + " at the same moment.");
        }
    }

    /** Gives back all servers that the change holds. */
    public void giveBack(RecordNumber change) {
        ledger.giveBack(change.toString());
    }

    /** Which change holds each of these servers, by server; servers that nobody holds are left out. */
    @Transactional(Transactional.TxType.REQUIRED)
    public Map<String, String> holders(Collection<String> servers) {
        return ledger.reservationsOf(servers).stream()
                .collect(Collectors.toMap(ServerReservation::server, ServerReservation::change));
    }

    private static Conflict refusal(Map<String, String> others) {
        String named = others.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(10)
                .map(one -> one.getKey() + " by " + one.getValue())
                .collect(Collectors.joining(", "));
        return new Conflict(
                "server-held",
                "Two changes may not have one server at a time; held are: " + named + ".",
                Map.of("servers", others));
    }
}
