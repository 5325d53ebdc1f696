package io.throughline.deployment.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Plain statements on the transaction's own connection, for rows that change by conditional updates. */
final class Sql {

    /** Makes something of one row. */
    interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private final Supplier<Connection> connection;

    Sql(Supplier<Connection> connection) {
        this.connection = connection;
    }

    <T> List<T> query(String sql, RowMapper<T> mapper, Object... values) {
        try (PreparedStatement statement = connection.get().prepareStatement(sql)) {
            bind(statement, values);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(mapper.map(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int update(String sql, Object... values) {
        try (PreparedStatement statement = connection.get().prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs the statement once for each item and returns the items for which it met exactly one row. */
    <T> List<T> each(String sql, Collection<T> items, Function<T, Object[]> values) {
        if (items.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement statement = connection.get().prepareStatement(sql)) {
            for (T item : items) {
                bind(statement, values.apply(item));
                statement.addBatch();
            }
            int[] counts = statement.executeBatch();
            List<T> met = new ArrayList<>();
            int i = 0;
            for (T item : items) {
                if (counts[i++] == 1) {
                    met.add(item);
                }
            }
            return met;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Question marks for a list of so many values. */
    static String marks(Collection<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp stored = row.getTimestamp(column);
        return stored == null ? null : stored.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }

    static <E extends Enum<E>> E constant(Class<E> type, ResultSet row, String column) throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Enum<?> constant) {
                statement.setString(i + 1, constant.name());
            } else if (value instanceof Instant instant) {
                // As the entities' converter does: UTC, whatever the zone of the machine.
                statement.setTimestamp(i + 1, Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
