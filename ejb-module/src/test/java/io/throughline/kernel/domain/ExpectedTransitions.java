package io.throughline.kernel.domain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * What a test expects of every pair of state and verb, written as lines {@code STATE: VERB>STATE VERB>STATE}. A pair that
 * is not written is expected to be refused.
 */
public final class ExpectedTransitions {

    private ExpectedTransitions() {}

    /** One argument list (from, verb, state after or null) for each pair of all states and all verbs but the first. */
    public static <S extends Enum<S>, V extends Enum<V>> Stream<Arguments> pairs(
            Class<S> states, Class<V> verbs, String table) {
        Map<String, S> expected = new HashMap<>();
        for (String line : table.strip().lines().toList()) {
            String[] parts = line.strip().split(":");
            S from = Enum.valueOf(states, parts[0].strip());
            if (parts.length > 1) {
                for (String entry : parts[1].strip().split("\\s+")) {
                    String[] pair = entry.split(">");
                    V verb = Enum.valueOf(verbs, pair[0]);
                    expected.put(from + " " + verb, Enum.valueOf(states, pair[1]));
                }
            }
        }
        return Arrays.stream(states.getEnumConstants())
                .flatMap(from -> Arrays.stream(verbs.getEnumConstants())
                        .skip(1)
                        .map(verb -> Arguments.of(from, verb, expected.get(from + " " + verb))));
    }
}
