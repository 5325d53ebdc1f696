package io.throughline.audit.verification;

import io.throughline.audit.proof.SigningKey;
import io.throughline.audit.proof.TreeHasher;
import io.throughline.audit.sealing.Sealer;
import io.throughline.audit.sealing.TreeRows;
import io.throughline.kernel.domain.Times;
import io.throughline.kernel.persistence.Migrations;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;

/** A trail in a database of its own, written by plain statements: what the services would have written. */
final class TrailFixture {

    static final Instant START = Instant.parse("2026-03-01T09:00:00.000001Z");

    private final TreeHasher hasher = new TreeHasher();
    private final Calendar utc = SealedRow.utc();
    private final Connection connection;
    private final SigningKey key = SigningKey.generate("throughline/test");
    private final List<String> signed = new ArrayList<>();
    private long next = 1;

    TrailFixture(DataSource database) throws SQLException {
        new Migrations(database).apply();
        connection = database.getConnection();
        connection.setAutoCommit(false);
        write("audit-key", "audit.key", "{\"key\":\"" + key.verifier() + "\"}");
        connection.commit();
    }

    static TrailFixture inMemory() throws SQLException {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName("memory:" + UUID.randomUUID());
        derby.setCreateDatabase("create");
        return new TrailFixture(derby);
    }

    Connection connection() {
        return connection;
    }

    SigningKey key() {
        return key;
    }

    /** Writes so many records about one person, each with one committed value. */
    void write(int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            String salt = HexFormat.of().formatHex(new byte[16]);
            String value = "caller " + next;
            String commitment = hex(hasher.plain((salt + "\0" + value).getBytes(StandardCharsets.UTF_8)));
            long id = next;
            write(
                    "INC-000001",
                    "incident.close",
                    "{\"caller\":{\"commitment\":\"" + commitment + "\"},\"n\":" + id + "}");
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO audit_personal (audit_id, field_path, salt, personal_value) VALUES (?, ?, ?, ?)")) {
                insert.setLong(1, id);
                insert.setString(2, "after.caller");
                insert.setString(3, salt);
                insert.setString(4, value);
                insert.executeUpdate();
            }
        }
        connection.commit();
    }

    private void write(String record, String action, String after) throws SQLException {
        long id = next++;
        Instant at = START.plusMillis(id);
        String content = "{\"action\":\"" + action
                + "\",\"activity\":\"CLOSE_INCIDENT\",\"actor\":\"PER-000001\",\"after\":" + after
                + ",\"at\":\"" + Times.text(at)
                + "\",\"onBehalfOf\":\"PER-000002\",\"reason\":\"it \\\"works\\\"\",\"record\":\""
                + record + "\",\"right\":\"INCIDENT_WORK\",\"server\":\"SRV-000001\"}";
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO audit_record (id, recorded_at, actor,"
                                + " on_behalf_of, used_right, activity, audit_action, record_number, server, content, digest)"
                                + " VALUES (?, ?, 'PER-000001', 'PER-000002', 'INCIDENT_WORK', 'CLOSE_INCIDENT', ?, ?, 'SRV-000001', ?, ?)");
                PreparedStatement queue = connection.prepareStatement(
                        "INSERT INTO audit_unsealed (audit_id, queued_at, leaf_hash) VALUES (?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setTimestamp(2, Timestamp.from(at), utc);
            insert.setString(3, action);
            insert.setString(4, record);
            insert.setString(5, content);
            insert.setString(6, hex(hasher.plain(bytes)));
            insert.executeUpdate();
            queue.setLong(1, id);
            queue.setTimestamp(2, Timestamp.from(at), utc);
            queue.setString(3, hex(hasher.leaf(bytes)));
            queue.executeUpdate();
        }
    }

    int seal(int most) throws SQLException {
        int sealed = new Sealer(new TreeRows(connection)).seal(most);
        connection.commit();
        return sealed;
    }

    List<String> signed() {
        return signed;
    }

    void sign() throws SQLException {
        new Sealer(new TreeRows(connection)).sign(origin -> key);
        signed.add(new TreeRows(connection).newestCheckpoint().orElseThrow().note());
        connection.commit();
    }

    AuditVerification verify() throws SQLException {
        return verify(List.of());
    }

    AuditVerification verify(List<AnchoredNotes> anchored) throws SQLException {
        AuditVerification verification = new LiveVerification(connection, anchored).run();
        connection.rollback();
        return verification;
    }

    void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
