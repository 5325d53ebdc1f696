package io.throughline.rest.support;

import io.throughline.kernel.domain.refusal.Invalid;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads a filter that takes one of an enum's names. */
public final class Choice {

    private Choice() {}

    /**
     * @return null when nothing was given
     * @throws Invalid listing what is allowed
     */
    public static <E extends Enum<E>> E of(Class<E> type, String parameter, String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(given))
                .findFirst()
                .orElseThrow(() -> Invalid.field(
                        parameter,
                        "must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }
}
