package io.throughline.batch.connector.runner;

import io.throughline.batch.connector.CappedText;
import io.throughline.batch.connector.HostAnswer;
import io.throughline.batch.connector.HostCommand;
import io.throughline.batch.connector.HostConnector;
import io.throughline.batch.connector.HostTarget;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A connector without a network: runs the commands in a folder of this machine, with a given shell. */
final class LocalShell implements HostConnector {

    private final Path folder;
    private final List<String> shell;
    private final Map<String, String> environment;
    private volatile Process latest;

    LocalShell(Path folder, List<String> shell, Map<String, String> environment) {
        this.folder = folder;
        this.shell = shell;
        this.environment = environment;
    }

    /** The process of the command that was started last: the runner itself. */
    ProcessHandle latest() {
        return latest.toHandle();
    }

    @Override
    public CompletableFuture<HostAnswer> execute(HostTarget target, HostCommand command) {
        String line = command.line().replaceFirst("^exec /bin/sh ", "exec " + String.join(" ", shell) + " ");
        return CompletableFuture.supplyAsync(() -> run(line, command), task -> new Thread(task).start());
    }

    private HostAnswer run(String line, HostCommand command) {
        try {
            ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", line).directory(folder.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            latest = process;
            CappedText errors = new CappedText(command.outputLimit());
            Thread drain = new Thread(() -> copy(process.getErrorStream(), errors));
            drain.start();
            try (OutputStream out = process.getOutputStream();
                    InputStream in = command.input().open()) {
                in.transferTo(out);
            } catch (IOException e) {
                // the command ended without reading all of it, which is its right
            }
            CappedText output = new CappedText(command.outputLimit());
            copy(process.getInputStream(), output);
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the command did not end");
            }
            drain.join();
            return new HostAnswer.Answered(process.exitValue(), output.text(), errors.text(), Duration.ZERO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void copy(InputStream from, OutputStream to) {
        try (from) {
            from.transferTo(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {}
}
