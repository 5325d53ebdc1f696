package io.throughline.fleet.frontdoor;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the orders at one front door: since it opened, lately, and second by second. */
final class OrderStatistics {

    /** How many of the latest orders count as lately. */
    static final int LATELY = 20;

    private static final int SECONDS_KEPT = 900;

    /** One second that had orders. */
    record Second(String at, int placed, int refused) {}

    /** Orders of one host. */
    record ByServer(int placed, int refused) {}

    /**
     * @param rate share of placed orders among the latest {@link #LATELY}, or null before the first order
     */
    record View(
            String service,
            int orders,
            int placed,
            int refused,
            Double rate,
            Map<String, ByServer> servers,
            List<Second> seconds) {}

    private final String service;
    private final Clock clock;
    private final Deque<Boolean> latest = new ArrayDeque<>();
    private final Deque<Second> seconds = new ArrayDeque<>();
    private final Map<String, ByServer> servers = new TreeMap<>();
    private int placed;
    private int refused;

    OrderStatistics(String service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    synchronized void count(String server, boolean success) {
        int one = success ? 1 : 0;
        placed += one;
        refused += 1 - one;
        latest.addLast(success);
        if (latest.size() > LATELY) {
            latest.removeFirst();
        }
        servers.merge(
                server,
                new ByServer(one, 1 - one),
                (a, b) -> new ByServer(a.placed() + b.placed(), a.refused() + b.refused()));
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        Second last = seconds.peekLast();
        if (last != null && last.at().equals(now)) {
            seconds.removeLast();
            seconds.addLast(new Second(now, last.placed() + one, last.refused() + 1 - one));
        } else {
            seconds.addLast(new Second(now, one, 1 - one));
        }
        if (seconds.size() > SECONDS_KEPT) {
            seconds.removeFirst();
        }
    }

    synchronized View view() {
        Double rate = latest.isEmpty()
                ? null
                : (double) latest.stream().filter(success -> success).count() / latest.size();
        return new View(
                service, placed + refused, placed, refused, rate, new TreeMap<>(servers), new ArrayList<>(seconds));
    }
}
