package io.throughline.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Shows the administrator's one-time password of a first start, once. The server leaves it in a file that only its own
 * user can read; here it is shown and deleted, so that no log and no folder keeps it.
 */
final class FirstPassword {

    private FirstPassword() {}

    static void show(DataFolder data, PrintStream terminal) {
        Path file = data.oneTimePassword();
        if (!Files.exists(file)) {
            return;
        }
        if (System.console() == null) {
            // Nobody reads along, and what is printed may well be kept: tell where it is and leave it there.
            terminal.println("First start: log in as admin with the one-time password in " + file);
            return;
        }
        try {
            terminal.println("First start: log in as admin with the one-time password "
                    + Files.readString(file).strip());
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
