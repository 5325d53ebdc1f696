package io.throughline.launcher.rollout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Follows a rollout until it ends or stands still, over broken lines and a server that is started again. */
final class Watch {

    /** Three heartbeats of the server: a line on which nothing was heard for so long is dead. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final RolloutApi api;
    private final Duration patience;
    private final Duration pause;
    private final Consumer<Progress> seen;
    private String lastId;

    /**
     * @param patience for how long the server may be away
     * @param pause before it is asked again
     */
    Watch(RolloutApi api, Duration patience, Duration pause, Consumer<Progress> seen) {
        this.api = api;
        this.patience = patience;
        this.pause = pause;
        this.seen = seen;
    }

    /** @return how it stood in the end */
    Progress follow(String deployment) {
        long heard = System.nanoTime();
        while (true) {
            try (Stream<String> lines = api.events("deployments/" + deployment + "/events", lastId)) {
                heard = System.nanoTime();
                Optional<Progress> last = read(lines);
                if (last.isPresent()) {
                    return last.get();
                }
                heard = System.nanoTime();
            } catch (IOException | UncheckedIOException lost) {
                if (System.nanoTime() - heard > patience.toNanos()) {
                    throw api.unreachable();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw api.unreachable();
            }
            sleep();
        }
    }

    /** Empty when the line ended before the rollout. */
    private Optional<Progress> read(Stream<String> lines) {
        ScheduledExecutorService guard = Executors.newSingleThreadScheduledExecutor(Watch::daemon);
        try {
            Alarm alarm = new Alarm(guard, lines);
            EventStream events =
                    new EventStream(lines.peek(line -> alarm.heard()).iterator(), lastId);
            for (Optional<EventStream.Event> next = events.next(); next.isPresent(); next = events.next()) {
                lastId = next.get().id();
                Progress progress = Progress.ofEvent(next.get().data());
                seen.accept(progress);
                if ("end".equals(next.get().name()) || progress.standsStill()) {
                    return Optional.of(progress);
                }
            }
            return Optional.empty();
        } finally {
            guard.shutdownNow();
        }
    }

    /** Closes a line on which nothing is heard. */
    private static final class Alarm {
        private final ScheduledExecutorService guard;
        private final Stream<String> lines;
        private ScheduledFuture<?> ring;

        Alarm(ScheduledExecutorService guard, Stream<String> lines) {
            this.guard = guard;
            this.lines = lines;
            heard();
        }

        void heard() {
            if (ring != null) {
                ring.cancel(false);
            }
            ring = guard.schedule(lines::close, SILENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "silence");
        thread.setDaemon(true);
        return thread;
    }

    private void sleep() {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw api.unreachable();
        }
    }
}
