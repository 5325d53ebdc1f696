package io.throughline.operation.domain;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Judges the other nodes by the beats that this node reads and by its own monotonic clock: a beat that has not moved
 * for {@link #SILENCE} belongs to a dead process. Clocks of other machines, and business time, play no part.
 */
public final class NodeWatch {

    public static final Duration SILENCE = Duration.ofSeconds(20);

    private record Seen(long beat, long sinceNanos) {}

    private final LongSupplier nanoTime;
    private final Map<String, Seen> seen = new HashMap<>();

    /**
     * @param nanoTime a monotonic clock, such as {@link System#nanoTime()}
     */
    public NodeWatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * @param beats the beat of every node that nobody has declared dead, by incarnation
     * @return the incarnations whose beat has not moved for too long
     */
    public synchronized Set<String> observe(Map<String, Long> beats) {
        long now = nanoTime.getAsLong();
        seen.keySet().retainAll(beats.keySet());
        Set<String> silent = new HashSet<>();
        beats.forEach((incarnation, beat) -> {
            Seen former = seen.get(incarnation);
            if (former == null || former.beat() != beat) {
                seen.put(incarnation, new Seen(beat, now));
            } else if (now - former.sinceNanos() >= SILENCE.toNanos()) {
                silent.add(incarnation);
            }
        });
        return silent;
    }

    /** Whether this node was seen and its beat moved lately. */
    public synchronized boolean alive(String incarnation) {
        Seen last = seen.get(incarnation);
        return last != null && nanoTime.getAsLong() - last.sinceNanos() < SILENCE.toNanos();
    }
}
