package io.throughline.launcher;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Sends what the server writes into a file; the files of earlier starts are kept, numbered, up to a few. */
final class ServerLog {

    private static final int KEPT = 5;

    private ServerLog() {}

    static void open(Path file, boolean alsoOnTerminal) {
        try {
            rotate(file);
            OutputStream log = new FileOutputStream(file.toFile(), true);
            OutputStream target = alsoOnTerminal ? new Both(log, System.err) : log;
            PrintStream stream = new PrintStream(target, true, StandardCharsets.UTF_8);
            System.setOut(stream);
            System.setErr(stream);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void rotate(Path file) throws IOException {
        for (int number = KEPT; number > 0; number--) {
            Path from = number == 1 ? file : numbered(file, number - 1);
            if (Files.exists(from)) {
                Files.move(from, numbered(file, number), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Path numbered(Path file, int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    private static final class Both extends OutputStream {
        private final OutputStream first;
        private final OutputStream second;

        private Both(OutputStream first, OutputStream second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public void write(int character) throws IOException {
            first.write(character);
            second.write(character);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            first.write(bytes, offset, length);
            second.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            first.flush();
            second.flush();
        }
    }
}
