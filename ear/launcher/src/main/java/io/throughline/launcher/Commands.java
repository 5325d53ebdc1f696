package io.throughline.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code start}, {@code stop} and {@code status} of a server, seen from another process. */
final class Commands {

    private static final Duration READY_WITHIN = Duration.ofSeconds(150);
    private static final int STOPPED_WITHIN_SECONDS = 30;

    private final ServerConfiguration configuration;
    private final Distribution distribution;
    private final PrintStream terminal;

    Commands(ServerConfiguration configuration, Distribution distribution, PrintStream terminal) {
        this.configuration = configuration;
        this.distribution = distribution;
        this.terminal = terminal;
    }

    /** The server stays in the foreground and ends with this process. */
    int startInForeground() {
        Process server = new ServerProcess(distribution, configuration).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endWith(server), "end-server"));
        try {
            return server.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void endWith(Process server) {
        server.destroy();
        try {
            server.waitFor(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts a server that outlives this process, and waits until it is ready. */
    int start() {
        DataFolder data = configuration.dataFolder();
        StartChecks.requireNotRunning(data);
        StartChecks.run(configuration, distribution);
        List<Path> created = data.create();
        Process server;
        try {
            ProcessBuilder builder = new ServerProcess(distribution, configuration).builder();
            server = builder.redirectInput(ProcessBuilder.Redirect.from(nullDevice()))
                    .redirectOutput(data.startLog().toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException failed) {
            DataFolder.remove(created);
            throw new LaunchRefused("The server process cannot be started: " + failed.getMessage() + ".", failed);
        }
        if (new Readiness(configuration.localUrl()).await(READY_WITHIN, server::isAlive)) {
            FirstPassword.show(data, terminal);
            configuration.warning().ifPresent(warning -> terminal.println("Beware: " + warning));
            terminal.println("Throughline is ready on " + configuration.localUrl());
            return 0;
        }
        String reason = lastLine(data.startLog());
        server.destroy();
        data.undo(created);
        throw new LaunchRefused(reason.isEmpty() ? "The server did not become ready; see " + data.log() + "." : reason);
    }

    private static java.io.File nullDevice() {
        return new java.io.File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private static String lastLine(Path file) {
        try {
            List<String> lines = Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1).replaceFirst("^throughline: ", "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int stop() {
        Optional<ProcessFile.Running> running = runningServer();
        if (running.isEmpty()) {
            terminal.println("No server runs on " + configuration.dataFolder().root() + ".");
            return 0;
        }
        ProcessHandle process = running.get().process();
        process.destroy();
        try {
            process.onExit().get(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException stillThere) {
            throw new LaunchRefused("Process " + process.pid() + " did not stop within " + STOPPED_WITHIN_SECONDS
                    + " seconds; it still runs.");
        }
        terminal.println("Throughline has stopped.");
        return 0;
    }

    /** 0: ready; 1: a process runs but is not ready; 3: no process, as init scripts expect. */
    int status() {
        Optional<ProcessFile.Running> running = runningServer();
        if (running.isEmpty()) {
            terminal.println("No server runs on " + configuration.dataFolder().root() + ".");
            return 3;
        }
        ProcessFile.Running server = running.get();
        boolean ready = new Readiness(server.url()).ready();
        terminal.println("Process " + server.process().pid() + (ready ? " is ready on " : " runs, not ready, on ")
                + server.url());
        return ready ? 0 : 1;
    }

    private Optional<ProcessFile.Running> runningServer() {
        return new ProcessFile(configuration.dataFolder().processFile()).running();
    }
}
