package io.throughline.verification.harness;

import io.throughline.launcher.ServerOption;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The database of a test run, chosen by {@code -Dit.database=derby|postgresql}. */
public final class TestDatabase implements AutoCloseable {

    private static final String CHOICE = System.getProperty("it.database", "derby");

    private final EmbeddedPostgres postgres;

    private TestDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** A fresh, empty database. */
    public static TestDatabase start() {
        return switch (CHOICE) {
            case "derby" -> new TestDatabase(null);
            case "postgresql" -> new TestDatabase(startPostgres());
            default -> throw new IllegalArgumentException("it.database must be derby or postgresql, not " + CHOICE);
        };
    }

    private static EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "120")
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static String name() {
        return CHOICE;
    }

    /** What a server has to be told to use this database; nothing for Derby, which lies in the data folder. */
    public Map<ServerOption, String> options() {
        if (postgres == null) {
            return Map.of();
        }
        return Map.of(
                ServerOption.DB_URL, "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
                ServerOption.DB_USER, "postgres",
                ServerOption.DB_PASSWORD, "postgres");
    }

    @Override
    public void close() {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
