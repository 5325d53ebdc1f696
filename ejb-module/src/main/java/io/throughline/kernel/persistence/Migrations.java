package io.throughline.kernel.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** The one migration history, {@code db/migration}, applied to either database. */
public final class Migrations {

    private static final String LOCATION = "classpath:db/migration";

    private final DataSource dataSource;

    public Migrations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Brings the schema up to date. A migration that fails is rolled back whole (both databases do that for DDL) and
     * the failure is thrown, so that a server never runs on a half-migrated schema.
     */
    public MigrateResult apply() {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations(LOCATION)
                .placeholders(dialect().placeholders())
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }

    private Dialect dialect() {
        try (Connection connection = dataSource.getConnection()) {
            return Dialect.of(connection.getMetaData().getDatabaseProductName());
        } catch (SQLException unreachable) {
            throw new IllegalStateException("The database cannot be reached: " + unreachable.getMessage(), unreachable);
        }
    }
}
