package io.throughline.batch.rollout;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts the hosts at work against the plan's parallelism. A host that takes much longer than the others hangs: it
 * leaves its slot for a waiting pool, so that a few dead machines do not hold up the living. The pool is bounded, and
 * what is in it still counts as away.
 */
final class HostSlots {

    /** No host hangs before this, however quick the others are. */
    static final Duration LEAST_PATIENCE = Duration.ofSeconds(3);

    /** While no host has answered yet there is nothing to compare with. */
    static final Duration FIRST_PATIENCE = Duration.ofSeconds(60);

    private static final int TIMES_THE_MEDIAN = 3;
    private static final int REMEMBERED = 50;

    private final LongSupplier nanoTime;
    private final Map<Integer, Long> working = new HashMap<>();
    private final Deque<Long> durations = new ArrayDeque<>();

    HostSlots(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void begin(int position) {
        working.put(position, nanoTime.getAsLong());
    }

    synchronized void end(int position) {
        Long since = working.remove(position);
        if (since != null) {
            durations.addLast(nanoTime.getAsLong() - since);
            if (durations.size() > REMEMBERED) {
                durations.removeFirst();
            }
        }
    }

    /**
     * How many hosts may be started now.
     *
     * @param parallel most hosts at once by the plan
     */
    synchronized int free(int parallel) {
        long now = nanoTime.getAsLong();
        long patience = patience();
        int hanging = (int) working.values().stream()
                .filter(since -> now - since >= patience)
                .count();
        int pooled = Math.min(hanging, poolOf(parallel));
        return Math.max(0, parallel - (working.size() - pooled));
    }

    /** What hosts take as a rule; zero while none has answered. */
    synchronized Duration usual() {
        return Duration.ofNanos(durations.isEmpty() ? 0 : median());
    }

    synchronized int working() {
        return working.size();
    }

    static int poolOf(int parallel) {
        return Math.max(1, parallel);
    }

    private long patience() {
        if (durations.isEmpty()) {
            return FIRST_PATIENCE.toNanos();
        }
        return Math.max(LEAST_PATIENCE.toNanos(), TIMES_THE_MEDIAN * median());
    }

    private long median() {
        long[] sorted = durations.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
