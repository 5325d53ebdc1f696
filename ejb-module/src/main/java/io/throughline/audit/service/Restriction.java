package io.throughline.audit.service;

import java.util.LinkedHashMap;
import java.util.Map;

/** A search as a condition in JPQL over {@code r}: the same for the list on the page and for what is exported of it. */
final class Restriction {

    private final StringBuilder condition = new StringBuilder();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Restriction() {}

    static Restriction of(AuditSearch search) {
        Restriction restriction = new Restriction();
        restriction.add("r.actor = :actor", "actor", search.actor());
        restriction.add("r.record = :record", "record", search.record());
        restriction.add("r.server = :server", "server", search.server());
        restriction.add("r.activity = :activity", "activity", search.activity());
        restriction.add(
                "r.action LIKE :action",
                "action",
                search.action() == null ? null : search.action().replace("%", "") + "%");
        restriction.add("r.at >= :from", "from", search.from());
        restriction.add("r.at < :to", "to", search.to());
        return restriction;
    }

    private void add(String text, String name, Object value) {
        if (value != null) {
            condition.append(" AND ").append(text);
            values.put(name, value);
        }
    }

    /** Begins with {@code AND}, or is empty. */
    String condition() {
        return condition.toString();
    }

    Map<String, Object> values() {
        return values;
    }
}
