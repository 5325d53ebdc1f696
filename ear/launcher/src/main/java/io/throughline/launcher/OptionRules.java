package io.throughline.launcher;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What values the options allow: a bad one is told when the server is started, not when it is first needed. */
final class OptionRules {

    private static final String DURATION_WANTED = "a length of time as in ISO 8601 is wanted, such as PT30M or P5D";

    private OptionRules() {}

    /**
     * @throws LaunchRefused naming the option and what is allowed
     */
    static void check(ServerOption option, String value) {
        switch (option) {
            case PORT, SMTP_PORT -> number(option, value, 1, 65_535);
            case OUTBOX_PATIENCE, AUDIT_ANCHOR_SECONDS -> number(option, value, 1, 86_400);
            case PASSWORD_ROUNDS -> number(option, value, 10_000, 100_000_000);
            case DEMO, VERBOSE, CHANGE_EMERGENCY_ONE_ASSESSOR -> oneOf(option, value, "true", "false");
            case SMTP_TLS -> oneOf(option, value, "off", "starttls", "tls");
            case EDITION -> oneOf(option, value, "earlier", "later");
            case CHANGE_EMERGENCY_WINDOW, CHANGE_LINK_LIFE, CHANGE_SECOND_WITHIN, CHANGE_RETROSPECTIVE_WITHIN ->
                duration(option, value);
            case MEMORY -> like(option, value, "[1-9][0-9]*[kKmMgG]", "a number with k, m or g is wanted, such as 1g");
            case HOST -> address(option, value);
            case DATA -> path(option, value);
            case DB_URL ->
                like(
                        option,
                        value,
                        "(jdbc:(derby|postgresql):.*)?",
                        "it must start with jdbc:postgresql: or jdbc:derby:");
            case PUBLIC_URL ->
                like(option, value, "(https?://[^\\s/]+(/\\S*)?)?", "an http or https address is wanted");
            case AUDIT_SYSLOG -> like(option, value, "(tcp://[^\\s/]+:[0-9]{1,5})?", "tcp://HOST:PORT is wanted");
            case AUDIT_ANCHORS -> anchors(option, value);
            default -> {
                // any text will do
            }
        }
    }

    private static void number(ServerOption option, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return;
            }
        } catch (NumberFormatException notANumber) {
            // told below, as a number out of range is
        }
        throw bad(option, value, "a number from " + least + " to " + most + " is wanted");
    }

    private static void oneOf(ServerOption option, String value, String... allowed) {
        if (!List.of(allowed).contains(value)) {
            throw bad(option, value, "one of " + String.join(", ", allowed) + " is wanted");
        }
    }

    private static void like(ServerOption option, String value, String pattern, String wanted) {
        if (!value.matches(pattern)) {
            throw bad(option, value, wanted);
        }
    }

    private static void duration(ServerOption option, String value) {
        try {
            Duration duration = Duration.parse(value);
            if (duration.isNegative() || duration.isZero()) {
                throw bad(option, value, "it must be longer than nothing");
            }
        } catch (DateTimeParseException notADuration) {
            throw bad(option, value, DURATION_WANTED);
        }
    }

    private static void address(ServerOption option, String value) {
        try {
            InetAddress.getByName(value);
        } catch (UnknownHostException unknown) {
            throw bad(option, value, "no such address");
        }
    }

    private static void path(ServerOption option, String value) {
        try {
            Path.of(value);
        } catch (InvalidPathException invalid) {
            throw bad(option, value, "not a path");
        }
    }

    private static void anchors(ServerOption option, String value) {
        for (String anchor : value.isBlank() ? new String[0] : value.split(",")) {
            like(
                    option,
                    anchor.strip(),
                    "(file:|git:|mailto:|https?://)\\S.*",
                    "file:FOLDER, git:FOLDER, mailto:ADDRESS or http(s)://WITNESS is wanted");
        }
    }

    static LaunchRefused bad(ServerOption option, String value, String why) {
        String shown = option.secret() ? "" : " '" + value + "'";
        return new LaunchRefused("Bad value" + shown + " for " + option.flag() + " (" + option.environmentVariable()
                + "): " + why + ".");
    }
}
