package io.throughline.scenario.world;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a scenario can do to the world around Throughline, and which inputs that takes. */
public enum WorldAction {
    BREAK("world.break", List.of("server", "fault"), Set.of("delaySeconds")),
    REPAIR("world.repair", List.of("server"), Set.of()),
    EDIT("world.edit", List.of("server", "path", "text"), Set.of()),
    DELETE("world.delete", List.of("server", "path"), Set.of()),
    READ("world.read", List.of("server", "path"), Set.of()),
    RENEW_GATEWAY("world.renewGateway", List.of("authority"), Set.of()),
    JOIN("world.join", List.of("server"), Set.of()),
    LEAVE("world.leave", List.of("server"), Set.of()),
    ORDER("world.order", List.of("service", "orders"), Set.of("by"));

    private final String word;
    private final List<String> required;
    private final Set<String> optional;

    WorldAction(String word, List<String> required, Set<String> optional) {
        this.word = word;
        this.required = required;
        this.optional = optional;
    }

    public static Optional<WorldAction> of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word.equals(word))
                .findFirst();
    }

    public String word() {
        return word;
    }

    public List<String> required() {
        return required;
    }

    public boolean takes(String input) {
        return required.contains(input) || optional.contains(input);
    }

    /** The inputs, for somebody who named another. */
    public String inputs() {
        return String.join(", ", required) + (optional.isEmpty() ? "" : " and perhaps " + String.join(", ", optional));
    }
}
