package io.throughline.kernel.domain;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Part of a list.
 *
 * @param items what is on this page
 * @param next cursor of the page after this one, or null when this is the last
 */
public record Page<T>(List<T> items, Long next) {

    /** Makes a page from one row more than fits on it, so that it is known whether another follows. */
    public static <T> Page<T> of(List<T> rows, int size, ToLongFunction<T> key) {
        if (rows.size() <= size) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, size));
        return new Page<>(items, key.applyAsLong(items.get(size - 1)));
    }

    public <U> Page<U> map(Function<T, U> mapper) {
        return new Page<>(items.stream().map(mapper).toList(), next);
    }
}
