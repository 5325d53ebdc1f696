package io.throughline.kernel.persistence;

import java.util.Locale;
import java.util.Map;

/**
 * What the two databases call the same thing: the placeholders of the migrations.
 *
 * <p>{@code text} is a long string that can be compared and sorted, at most 32,672 characters on Derby; {@code clob} is
 * for longer ones. Derby's {@code bool} is a small number, because EclipseLink writes the literals {@code true} and
 * {@code false} of a query as 1 and 0 there.
 */
public enum Dialect {
    DERBY(Map.of(
            "text", "VARCHAR(32672)",
            "clob", "CLOB(64M)",
            "timestamp", "TIMESTAMP",
            "blob", "BLOB(64M)",
            "bool", "SMALLINT",
            "true", "1",
            "false", "0")),
    POSTGRESQL(Map.of(
            "text", "TEXT",
            "clob", "TEXT",
            "timestamp", "TIMESTAMP(6) WITH TIME ZONE",
            "blob", "BYTEA",
            "bool", "BOOLEAN",
            "true", "TRUE",
            "false", "FALSE"));

    private final Map<String, String> placeholders;

    Dialect(Map<String, String> placeholders) {
        this.placeholders = placeholders;
    }

    public Map<String, String> placeholders() {
        return placeholders;
    }

    /**
     * @param productName what {@link java.sql.DatabaseMetaData#getDatabaseProductName()} says
     * @throws IllegalArgumentException for any other database
     */
    public static Dialect of(String productName) {
        String name = productName.toLowerCase(Locale.ROOT);
        if (name.contains("derby")) {
            return DERBY;
        }
        if (name.contains("postgresql")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException(
                "Throughline runs on Apache Derby and PostgreSQL; this database calls itself " + productName);
    }
}
