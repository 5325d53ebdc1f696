package io.throughline.launcher;

import java.io.Console;
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
        if (!onTerminal()) {
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

    /** From Java 22 on there is a console also where nobody sits in front of it, and it has a word for that. */
    private static boolean onTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (ReflectiveOperationException failed) {
            return false;
        }
    }
}
