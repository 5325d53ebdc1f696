package io.throughline.deployment.persistence;

import io.throughline.kernel.persistence.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;

/** A migrated database of one kind, with just what a target's row refers to. */
final class LedgerDatabase implements AutoCloseable {

    enum Kind {
        DERBY,
        POSTGRESQL
    }

    private final DataSource dataSource;
    private final AutoCloseable server;
    private final AtomicLong lastDeployment = new AtomicLong();
    private final AtomicLong lastAudit = new AtomicLong(1_000_000);

    private LedgerDatabase(DataSource dataSource, AutoCloseable server) {
        this.dataSource = dataSource;
        this.server = server;
        new Migrations(dataSource).apply();
    }

    static LedgerDatabase open(Kind kind) {
        return kind == Kind.DERBY ? derby() : postgres();
    }

    private static LedgerDatabase derby() {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName("memory:ledger-" + UUID.randomUUID());
        derby.setCreateDatabase("create");
        return new LedgerDatabase(derby, () -> {});
    }

    private static LedgerDatabase postgres() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            return new LedgerDatabase(postgres.getPostgresDatabase(), postgres);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Connection connection() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    /** The id of a new deployment of which nothing else matters. */
    long newDeployment() throws SQLException {
        long id = lastDeployment.incrementAndGet();
        try (Connection connection = connection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    INSERT INTO deployment (id, version, last_audit_id, release_number, change_number, package_digest,
                      product, wanted_version, deployment_state, goal, parallel_hosts, rollout_order, plan_digest,
                      target_count, planned_by)
                    VALUES (%d, 1, %d, 'REL-000001', 'CHG-000001', '%s', 'cart', '4.2.8', 'RUNNING', 'INSTALL', 10,
                      'NAME', '%s', 40, 'PER-000001')""".formatted(id, audit(), "a".repeat(64), "b".repeat(64)));
            return id;
        }
    }

    /** The id of a new audit record. */
    long audit() {
        long id = lastAudit.incrementAndGet();
        try (Connection connection = connection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    INSERT INTO audit_record (id, recorded_at, actor, audit_action, content, digest)
                    VALUES (%d, CURRENT_TIMESTAMP, 'machine:test', 'test', '{}', '%s')""".formatted(id, "0".repeat(64)));
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
