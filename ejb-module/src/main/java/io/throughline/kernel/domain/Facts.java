package io.throughline.kernel.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a record says of itself to the audit trail: names and values, sorted by name. Values that tell of a person are
 * marked, so that the trail keeps a commitment to them in the proof and the value itself beside it.
 */
public final class Facts {

    /** A value about a person. */
    public record Personal(String value) {}

    private final Map<String, Object> values = new TreeMap<>();

    public static Facts of() {
        return new Facts();
    }

    /** Texts, whole numbers, truth values, enums, instants and record numbers; null is left out. */
    public Facts put(String name, Object value) {
        if (value != null) {
            values.put(name, plain(value));
        }
        return this;
    }

    public Facts put(String name, Collection<?> items) {
        if (items != null && !items.isEmpty()) {
            values.put(name, items.stream().map(Facts::plain).toList());
        }
        return this;
    }

    /** A value about a person: a name, an address, what a caller said in own words. */
    public Facts personal(String name, String value) {
        if (value != null) {
            values.put(name, new Personal(value));
        }
        return this;
    }

    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    private static Object plain(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Instant instant) {
            return Times.text(instant);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value.toString();
    }
}
