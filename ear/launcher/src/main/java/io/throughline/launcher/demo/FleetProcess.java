package io.throughline.launcher.demo;

import io.throughline.launcher.LaunchRefused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The demo fleet: SSH servers in a process of their own, which ends with ours. */
final class FleetProcess {

    private static final String MAIN = "io.throughline.fleet.FleetMain";
    private static final String READY = "fleet ready";
    private static final int READY_WITHIN_SECONDS = 60;
    private static final int STOPPED_WITHIN_SECONDS = 10;

    private final List<String> command;
    private volatile Process process;
    /** What it said last before it was ready: why it is not, when it ended. */
    private volatile String lastWords = "";

    /** @param connectorKey public key of the server's connector; the file may appear later */
    FleetProcess(DemoLayout layout, DemoSettings settings, Path directory, Path connectorKey) {
        this.command = List.of(
                Java.executable(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                layout.fleetClassPath(),
                MAIN,
                "--directory",
                directory.toString(),
                "--ssh-port",
                String.valueOf(settings.sshPort()),
                "--control-port",
                String.valueOf(settings.controlPort()),
                "--authorized-keys",
                "deploy=" + connectorKey,
                "--authorized-keys",
                "probe=" + connectorKey,
                "--with-process",
                String.valueOf(ProcessHandle.current().pid()));
    }

    /** @throws LaunchRefused saying why it did not start */
    void start() {
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException failed) {
            throw new LaunchRefused("The demo fleet cannot be started: " + failed.getMessage() + ".", failed);
        }
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(ready), "fleet-output");
        reader.setDaemon(true);
        reader.start();
        try {
            if (ready.get(READY_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException failed) {
            process.destroy();
        }
        throw new LaunchRefused("The demo fleet did not start: "
                + (lastWords.isEmpty() ? "it said nothing" : lastWords.replaceFirst("^fleet: ", "")) + ".");
    }

    /** Reads on after the fleet is ready, so that it never blocks on a full pipe, and passes on what it has to say. */
    private void read(CompletableFuture<Boolean> ready) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(READY)) {
                    ready.complete(true);
                } else if (ready.isDone()) {
                    System.err.println(line);
                } else {
                    lastWords = line;
                }
            }
            ready.complete(false);
        } catch (IOException closed) {
            ready.complete(false);
        }
    }

    void stop() {
        ChildProcess.end(process, STOPPED_WITHIN_SECONDS);
    }
}
