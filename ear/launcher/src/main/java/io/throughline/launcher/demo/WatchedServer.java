package io.throughline.launcher.demo;

import io.throughline.launcher.LaunchRefused;
import io.throughline.launcher.Readiness;
import io.throughline.launcher.ServerProcess;
import java.io.PrintStream;
import java.time.Duration;

/**
 * The demonstration's server: started again when it dies, since whoever watches is invited to kill it in the middle of a
 * rollout and to see that nothing is lost.
 */
final class WatchedServer {

    private static final Duration READY_WITHIN = Duration.ofSeconds(240);
    private static final int STOPPED_WITHIN_SECONDS = 30;

    private final ServerProcess server;
    private final Readiness readiness;
    private final PrintStream out;

    private volatile Process process;
    private volatile boolean stopping;

    WatchedServer(ServerProcess server, Readiness readiness, PrintStream out) {
        this.server = server;
        this.readiness = readiness;
        this.out = out;
    }

    void start() {
        startOnce();
        Thread watcher = new Thread(this::watch, "server-watcher");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void startOnce() {
        process = server.start();
        if (!readiness.await(READY_WITHIN, process::isAlive)) {
            if (!process.isAlive() && process.exitValue() != 0) {
                throw LaunchRefused.told();
            }
            throw new LaunchRefused("The server did not become ready.");
        }
    }

    private void watch() {
        while (!stopping) {
            int status;
            try {
                status = process.waitFor();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
            if (stopping || endedOnRequest(status)) {
                return;
            }
            out.printf("%nThe server process %d ended with status %d. Starting it again ...%n", process.pid(), status);
            try {
                startOnce();
                out.println("It is process " + process.pid() + " now.");
            } catch (LaunchRefused failed) {
                out.println(failed.getMessage());
                return;
            }
        }
    }

    /** Ctrl-C reaches the server at the same moment as us; a plain kill is a wish too. */
    private static boolean endedOnRequest(int status) {
        return status == 130 || status == 143;
    }

    long pid() {
        return process.pid();
    }

    void stop() {
        stopping = true;
        ChildProcess.end(process, STOPPED_WITHIN_SECONDS);
    }
}
