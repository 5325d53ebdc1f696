package io.throughline.release.domain.packaging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the install script restarts, so that whoever plans a rollout knows what is away meanwhile. */
public enum Restart {
    NONE,
    SERVICE,
    HOST;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Restart> ofWord(String word) {
        return Arrays.stream(values()).filter(r -> r.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Restart::word).toList();
    }
}
