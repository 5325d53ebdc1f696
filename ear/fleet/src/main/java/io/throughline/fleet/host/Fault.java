package io.throughline.fleet.host;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is wrong with a host, as somebody who connects to it or installs on it sees it. */
public enum Fault {
    /** Nothing is wrong. */
    NONE,
    /** Nothing listens: a connection is refused. Commands that ran when it fell over are gone. */
    DOWN,
    /** Connections are accepted and nothing is ever answered. */
    MUTE,
    /** The host shows another key than the one it was known by. */
    WRONG_HOST_KEY,
    /** Every application on the host refuses to be changed: its folder holds a file {@code LOCKED}. */
    INSTALL_FAILS,
    /** Applications can be changed and do not work afterwards: {@code WORKS_ONLY_WITH} in their folder names the version. */
    VERIFY_FAILS,
    /** Every command starts late. */
    SLOW,
    /** No file can grow beyond two kilobytes. */
    DISK_FULL;

    /** True if an SSH client gets as far as talking to the host. */
    public boolean answers() {
        return this != DOWN && this != MUTE;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException naming the words that are allowed */
    @JsonCreator
    public static Fault of(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown fault '" + word + "', allowed: "
                        + Arrays.stream(values()).map(Fault::word).collect(Collectors.joining(", "))));
    }
}
