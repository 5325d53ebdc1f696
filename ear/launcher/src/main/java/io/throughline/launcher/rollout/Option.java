package io.throughline.launcher.rollout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Options of {@code throughline rollout}, {@code --name value} or {@code --name=value}. Secrets are none of them. */
enum Option {
    SERVER("URL", "THROUGHLINE_SERVER", "address of the server (http://127.0.0.1:8080)"),
    USER("NAME", "THROUGHLINE_USER", "who logs in"),
    OUTPUT("text|json", null, "what is written to stdout at the end: a line, or the rollout as GET shows it"),
    REASON("TEXT", null, "why, for the record"),
    SERVERS("LIST", null, "numbers of the servers, with commas between; all that can be without it"),
    WAIT(null, null, "stay until it is so, and tell by the exit status how it went");

    private final String value;
    private final String variable;
    private final String meaning;

    Option(String value, String variable, String meaning) {
        this.value = value;
        this.variable = variable;
        this.meaning = meaning;
    }

    static Optional<Option> of(String flag) {
        return Arrays.stream(values())
                .filter(option -> option.flag().equals(flag))
                .findFirst();
    }

    String flag() {
        return "--" + name().toLowerCase(Locale.ROOT);
    }

    boolean isCommon() {
        return this == SERVER || this == USER || this == OUTPUT;
    }

    boolean hasValue() {
        return value != null;
    }

    /** Environment variable that says the same; null when none does. */
    String variable() {
        return variable;
    }

    String help() {
        String form = hasValue() ? flag() + " " + value : flag();
        String environment = variable == null ? "" : "; or " + variable;
        return "  %-22s%s%s%n".formatted(form, meaning, environment);
    }
}
