package io.throughline.batch.connector.gateway;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Looks at many hosts, so many at a time, and hands on what they answered in groups, on the thread that runs the survey.
 *
 * @param <H> what is asked
 * @param <A> what it answers
 */
public final class HostSurvey<H, A> {

    private static final int LARGEST_GROUP = 50;
    private static final long GROUP_WITHIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int TRIES_TO_KEEP = 5;
    private static final long BETWEEN_TRIES_MILLIS = 500;

    private final int parallel;
    private final BooleanSupplier stopping;

    /**
     * @param parallel most hosts at once
     * @param stopping whether no further host is to be asked
     */
    public HostSurvey(int parallel, BooleanSupplier stopping) {
        this.parallel = parallel;
        this.stopping = stopping;
    }

    /**
     * @param ask begins to ask one host; its future completes always, and normally
     * @param keep stores a group of answers in one transaction; tried again when the database is busy
     * @return how many answered
     */
    public int run(List<H> hosts, Function<H, CompletableFuture<A>> ask, Consumer<List<A>> keep)
            throws InterruptedException {
        BlockingQueue<A> answers = new LinkedBlockingQueue<>();
        Iterator<H> waiting = hosts.iterator();
        int asked = 0;
        int kept = 0;
        while (kept < asked || (waiting.hasNext() && !stopping.getAsBoolean())) {
            while (asked - kept - answers.size() < parallel && waiting.hasNext() && !stopping.getAsBoolean()) {
                ask.apply(waiting.next()).thenAccept(answers::add);
                asked++;
            }
            List<A> group = group(answers);
            keep(group, keep);
            kept += group.size();
        }
        return kept;
    }

    private List<A> group(BlockingQueue<A> answers) throws InterruptedException {
        List<A> group = new ArrayList<>();
        A next = answers.take();
        long until = System.nanoTime() + GROUP_WITHIN_NANOS;
        while (next != null) {
            group.add(next);
            long left = until - System.nanoTime();
            next = group.size() >= LARGEST_GROUP || left <= 0 ? null : answers.poll(left, TimeUnit.NANOSECONDS);
        }
        return group;
    }

    private void keep(List<A> group, Consumer<List<A>> keep) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                keep.accept(group);
                return;
            } catch (RuntimeException busy) {
                if (attempt == TRIES_TO_KEEP) {
                    throw busy;
                }
                Thread.sleep(BETWEEN_TRIES_MILLIS);
            }
        }
    }
}
