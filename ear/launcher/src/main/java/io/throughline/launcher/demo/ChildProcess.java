package io.throughline.launcher.demo;

import java.util.concurrent.TimeUnit;

/** A process that the demonstration has started. */
final class ChildProcess {

    private ChildProcess() {}

    /**
     * Asks it to end, and ends it when it does not.
     *
     * @param process null when it was never started
     */
    static void end(Process process, int withinSeconds) {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(withinSeconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
