package io.throughline.fleet.ssh;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A login on a host of the fleet; the two live in the same directory and differ in what they may do there. */
public enum Account {
    /** May change everything in the host's directory. */
    DEPLOY,
    /** May look and cannot write: for probes. */
    PROBE;

    public String login() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Account> of(String login) {
        return Arrays.stream(values())
                .filter(account -> account.login().equals(login))
                .findFirst();
    }
}
