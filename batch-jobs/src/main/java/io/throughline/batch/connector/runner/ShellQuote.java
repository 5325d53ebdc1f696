package io.throughline.batch.connector.runner;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes one word of a POSIX shell out of any text, so that the shell gives back exactly that text. */
final class ShellQuote {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+-][A-Za-z0-9_./:@%+=-]*");

    private ShellQuote() {}

    /** @throws IllegalArgumentException for the character NUL, which no argument can carry */
    static String word(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the character NUL cannot be part of an argument");
        }
        // Inside single quotes nothing means anything but the single quote itself.
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    static String words(String... texts) {
        return Arrays.stream(texts).map(ShellQuote::word).collect(Collectors.joining(" "));
    }
}
