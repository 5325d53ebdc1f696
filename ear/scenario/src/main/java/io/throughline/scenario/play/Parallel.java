package io.throughline.scenario.play;

import io.throughline.scenario.client.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Works on many things, a few at once. */
final class Parallel {

    /** Fewer are worked on one after the other, so that their numbers follow the file. */
    static final int WORTH_IT = 100;

    private static final int AT_ONCE = 4;

    private Parallel() {}

    /** What the work made of each item, in the items' order. */
    static <T, R> List<R> map(List<T> items, Function<T, R> work) {
        return items.size() < WORTH_IT ? items.stream().map(work).toList() : map(items, work, AT_ONCE);
    }

    static <T, R> List<R> map(List<T> items, Function<T, R> work, int atOnce) {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<R>> futures = items.stream()
                    .map(item -> threads.submit(() -> work.apply(item)))
                    .toList();
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new ApiException(String.valueOf(e.getCause().getMessage()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
