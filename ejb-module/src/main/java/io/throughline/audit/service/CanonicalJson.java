package io.throughline.audit.service;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/** Writes maps, lists, texts, whole numbers and truth values as canonical JSON (RFC 8785). */
final class CanonicalJson {

    /** Kept, because {@code Json}'s own methods look for the provider anew in all class paths at each call. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private CanonicalJson() {}

    static String write(Map<String, Object> values) {
        try {
            return new JsonCanonicalizer(object(values).build().toString()).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObjectBuilder object(Map<?, ?> values) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        values.forEach((name, value) -> object.add(String.valueOf(name), value(value)));
        return object;
    }

    private static JsonValue value(Object value) {
        if (value instanceof Map<?, ?> map) {
            return object(map).build();
        }
        if (value instanceof Collection<?> items) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            items.forEach(item -> array.add(value(item)));
            return array.build();
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Integer || value instanceof Long) {
            return JSON.createValue(((Number) value).longValue());
        }
        return JSON.createValue(String.valueOf(value));
    }
}
