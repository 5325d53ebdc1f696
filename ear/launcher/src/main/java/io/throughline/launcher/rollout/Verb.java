package io.throughline.launcher.rollout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be asked of a rollout, and in which words. */
enum Verb {
    PLAN("RELEASE FILE", "plan the rollout of an accepted release; FILE holds the plan as JSON, - reads it from stdin"),
    START("NUMBER [--wait]", "start a rollout that Change has confirmed", Option.WAIT),
    WATCH("NUMBER", "show how it goes until it ends or stands still"),
    PAUSE("NUMBER [--reason TEXT] [--wait]", "start no further server", Option.REASON, Option.WAIT),
    RESUME("NUMBER [--wait]", "go on after a pause", Option.WAIT),
    ABORT("NUMBER --reason TEXT [--wait]", "give it up; servers in hand are finished", Option.REASON, Option.WAIT),
    RETRY(
            "NUMBER [--servers SRV-…,SRV-…] [--wait]",
            "try again what failed, was never reached or never started",
            Option.SERVERS,
            Option.WAIT);

    private final String form;
    private final String meaning;
    private final Set<Option> options;

    Verb(String form, String meaning, Option... options) {
        this.form = form;
        this.meaning = meaning;
        this.options = Set.of(options);
    }

    static Optional<Verb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean takes(Option option) {
        return option.isCommon() || options.contains(option);
    }

    int operands() {
        return this == PLAN ? 2 : 1;
    }

    String usage() {
        return "throughline rollout " + word() + " " + form;
    }

    String help() {
        StringBuilder help = new StringBuilder(usage() + "\n" + meaning + "\n\nOptions:\n");
        for (Option option : Option.values()) {
            if (takes(option)) {
                help.append(option.help());
            }
        }
        return help.toString().stripTrailing();
    }

    static String helpOfAll() {
        StringBuilder help = new StringBuilder();
        for (Verb verb : values()) {
            help.append(verb.usage()).append("\n    ").append(verb.meaning).append('\n');
        }
        help.append("\nOptions of all:\n");
        List.of(Option.values()).stream().filter(Option::isCommon).forEach(option -> help.append(option.help()));
        help.append("""
                The password comes from THROUGHLINE_PASSWORD or is asked for; THROUGHLINE_TOKEN holds a token instead.

                Exit status:
                """);
        for (ExitStatus status : ExitStatus.values()) {
            help.append("  %-4d%s%n".formatted(status.code(), status.meaning()));
        }
        return help.append("  130 Ctrl-C: it no longer watches; the rollout goes on")
                .toString();
    }
}
