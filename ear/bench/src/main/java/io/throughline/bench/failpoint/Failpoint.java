package io.throughline.bench.failpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A place in the course of a rollout. A file says which one is armed and at which hit the process is killed there:
 * {@code NAME HIT}. Every hit of the armed one is written down before anything happens.
 */
public enum Failpoint {
    /** Servers are claimed, no intent is stored. */
    AFTER_CLAIM,
    /** The intent is stored, nothing was sent. */
    AFTER_INTENT,
    /** Half of the package is on its way to the host. */
    IN_TRANSFER,
    /** The host has done it, nobody was told. */
    AFTER_APPLY,
    /** The answer is written, the transaction is not committed. */
    BEFORE_COMMIT,
    /** A wave has passed, the next one is being opened. */
    BETWEEN_WAVES,
    /** The host has gone back, nobody was told. */
    IN_ROLLBACK;

    /** System property of the server: the file that arms one. */
    public static final String ARMED = "throughline.failpoint";

    private static final Map<Failpoint, AtomicInteger> HITS = new ConcurrentHashMap<>();

    /** Dies here by SIGKILL when it is this one's turn. */
    public void reached() {
        String file = System.getProperty(ARMED);
        if (file == null || !Files.exists(Path.of(file))) {
            return;
        }
        try {
            String[] armed = Files.readString(Path.of(file)).strip().split(" ");
            if (!armed[0].equals(name())) {
                return;
            }
            int hit = HITS.computeIfAbsent(this, first -> new AtomicInteger()).incrementAndGet();
            Files.writeString(hits(Path.of(file)), name() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (hit == Integer.parseInt(armed[1])) {
                die();
            }
        } catch (NoSuchFileException disarmed) {
            // just now
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Where hits are written down, a line each. */
    public static Path hits(Path armed) {
        return armed.resolveSibling(armed.getFileName() + ".hits");
    }

    private static void die() throws IOException {
        new ProcessBuilder("kill", "-9", String.valueOf(ProcessHandle.current().pid())).start();
        try {
            // nothing more is done by this thread
            Thread.sleep(60_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
