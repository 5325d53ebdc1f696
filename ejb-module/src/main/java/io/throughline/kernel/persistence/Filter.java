package io.throughline.kernel.persistence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the conditions of a list: a filter that was not given is left out. */
public final class Filter {

    private final StringBuilder condition = new StringBuilder();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * @param attribute name of an attribute in our code, never input
     * @param value what it must equal; null for whatever it is
     */
    public Filter equal(String attribute, Object value) {
        if (value != null) {
            String name = attribute.replace('.', '_');
            condition.append(" AND r.").append(attribute).append(" = :").append(name);
            values.put(name, value);
        }
        return this;
    }

    /**
     * @param jpql a condition over {@code r} in our code, never input; its values are given by {@link #with}
     */
    public Filter where(String jpql) {
        condition.append(" AND ").append(jpql);
        return this;
    }

    /** The value of a parameter of a condition. */
    public Filter with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** JPQL over {@code r} that begins with {@code AND}, or nothing. */
    public String condition() {
        return condition.toString();
    }

    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }
}
