package io.throughline.rest.deployment.feed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * One connection that reads the events of a rollout. It is told what is newest when it can take it: what came between is
 * contained in that.
 */
final class EventReader {

    /** A connection on which nothing is heard for longer than three of these is dead. */
    static final Duration HEARTBEAT = Duration.ofSeconds(10);

    /** Then it has to come back and is asked for its right again. */
    static final Duration LIFE = Duration.ofMinutes(10);

    /** A connection that takes events; each call may block as long as the network does. */
    interface Line {
        void event(String id, String name, RolloutEvent event);

        void heartbeat();

        void close();

        boolean isOpen();
    }

    private final Line line;
    private final Instant seen;
    private final long since;
    private RolloutEvent told;
    private long spoke;
    private boolean busy;

    /**
     * @param lastEventId what the reader has seen before; null, or nonsense, for nothing
     * @param now monotonic time in nanoseconds
     */
    EventReader(Line line, String lastEventId, long now) {
        this.line = line;
        this.seen = instant(lastEventId);
        this.since = now;
        this.spoke = now;
    }

    /** Takes the right to write to it; false while it is still being written to. */
    synchronized boolean begin() {
        boolean free = !busy;
        busy = true;
        return free;
    }

    /**
     * Tells what is new, or that the line is alive, or nothing.
     *
     * @param over the last one: the reader is let go
     * @return whether it reads on
     */
    boolean tell(RolloutEvent event, boolean over, long now) {
        try {
            if (over || event.tellsMoreThan(told)) {
                RolloutEvent fresh = told == null ? event.since(seen) : event.after(told);
                line.event(id(event), over ? "end" : "progress", fresh);
                told = event;
                spoke = now;
            } else if (now - spoke >= HEARTBEAT.toNanos()) {
                line.heartbeat();
                spoke = now;
            }
            if (over || now - since >= LIFE.toNanos()) {
                line.close();
            }
            return line.isOpen();
        } finally {
            synchronized (this) {
                busy = false;
            }
        }
    }

    boolean isOpen() {
        return line.isOpen();
    }

    void close() {
        line.close();
    }

    private static String id(RolloutEvent event) {
        return String.valueOf(event.newest() == null ? Instant.EPOCH : event.newest());
    }

    private static Instant instant(String id) {
        try {
            return id == null ? null : Instant.parse(id);
        } catch (DateTimeException ofSomethingElse) {
            return null;
        }
    }
}
