package io.throughline.batch.connector.runner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The line that a login shell gets: the runner's text and its arguments, each quoted as one word. */
final class RunnerCommand {

    /** A single argument may have 128 KiB on Linux; a login's forced command gets the whole line as one. */
    static final int LONGEST_LINE = 120 << 10;

    private static final String SCRIPT = load();
    /** The same in every line, and long: quoted once. */
    private static final String START =
            ShellQuote.words("exec", "/bin/sh", "-c", "eval \"$1\"", "throughline-runner", SCRIPT) + " ";

    private final List<String> words = new ArrayList<>();

    RunnerCommand(String verb) {
        words.add(verb);
    }

    RunnerCommand with(String key, String value) {
        words.add(key + "=" + value);
        return this;
    }

    RunnerCommand with(String key, Duration limit) {
        return with(key, Long.toString(Math.max(1, limit.toSeconds())));
    }

    /** Ends the arguments; values come back out as {@code THROUGHLINE_PARAM_<NAME>} and, for a probe, as arguments. */
    String line(Map<String, String> parameters) {
        List<String> all = new ArrayList<>(words);
        all.add("--");
        parameters.forEach((name, value) -> all.add(name + "=" + value));
        String line = START + ShellQuote.words(all.toArray(String[]::new));
        if (line.length() > LONGEST_LINE) {
            throw new IllegalArgumentException("script and parameters are too long for one command");
        }
        return line;
    }

    static String script() {
        return SCRIPT;
    }

    private static String load() {
        try (InputStream in = RunnerCommand.class.getResourceAsStream("host-runner.sh")) {
            // Comments are for readers of the source; hosts need not get them with every command.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#"))
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
