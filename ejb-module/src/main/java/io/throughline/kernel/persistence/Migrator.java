package io.throughline.kernel.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Migrates the database before anything else of the application runs.
 *
 * <p>Other start-up beans of this module say {@code @DependsOn("Migrator")}; those of other modules hold an
 * {@code @EJB} reference and call {@link #schemaVersion()}, which returns only when the migration is done.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrator {

    private static final Logger LOG = Logger.getLogger(Migrator.class.getName());

    @Resource(lookup = ThroughlineDataSource.JNDI_NAME)
    private DataSource dataSource;

    private String schemaVersion;

    @PostConstruct
    void migrate() {
        MigrateResult result = new Migrations(dataSource).apply();
        schemaVersion = result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
        LOG.log(Level.INFO, "Database schema is at version {0}; {1} migrations applied now", new Object[] {
            schemaVersion, result.migrationsExecuted
        });
    }

    /** The version of the last migration that was applied. */
    public String schemaVersion() {
        return schemaVersion;
    }
}
