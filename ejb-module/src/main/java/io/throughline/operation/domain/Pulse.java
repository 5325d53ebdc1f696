package io.throughline.operation.domain;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A node's view of its own beat: who could not write it for {@link #HOLD} must expect that others will soon take over,
 * and starts nothing on any host.
 */
public final class Pulse {

    /** Half of what others wait, so that a node stops well before another goes on in its place. */
    public static final Duration HOLD = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private volatile Long lastBeat;

    public Pulse(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** To be read before the beat is written: the write may take long. */
    public long now() {
        return nanoTime.getAsLong();
    }

    /**
     * @param begunAt what {@link #now()} said before the write that has now succeeded
     */
    public void beaten(long begunAt) {
        lastBeat = begunAt;
    }

    /** Others have declared this node dead. */
    public void lost() {
        lastBeat = null;
    }

    public boolean felt() {
        Long last = lastBeat;
        return last != null && nanoTime.getAsLong() - last < HOLD.toNanos();
    }
}
