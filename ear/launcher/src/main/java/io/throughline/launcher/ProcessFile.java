package io.throughline.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells which process serves a data folder, and where. A process id alone proves nothing (the system gives it to others
 * later), so the instant the process was started is kept and compared too.
 */
final class ProcessFile {

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    private final Path file;

    ProcessFile(Path file) {
        this.file = file;
    }

    record Running(ProcessHandle process, URI url) {}

    void write(URI url) {
        ProcessHandle self = ProcessHandle.current();
        long startedAt = self.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(aside, self.pid() + " " + startedAt + " " + url + "\n");
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The server that wrote the file, if that very process still runs. */
    Optional<Running> running() {
        if (!Files.isDirectory(file.getParent())) {
            return Optional.empty();
        }
        String[] parts;
        try {
            parts = Files.readString(file).trim().split(" ");
        } catch (NoSuchFileException notThere) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new LaunchRefused("Cannot read " + file + ": " + unreadable.getMessage() + ".", unreadable);
        }
        if (parts.length != 3 || !parts[0].matches("\\d+") || !parts[1].matches("\\d+")) {
            return Optional.empty();
        }
        Instant startedAt = Instant.ofEpochMilli(Long.parseLong(parts[1]));
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(instant ->
                                Duration.between(instant, startedAt).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                        .orElse(false))
                .map(process -> new Running(process, URI.create(parts[2])));
    }
}
