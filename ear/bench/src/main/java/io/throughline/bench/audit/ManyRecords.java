package io.throughline.bench.audit;

import io.throughline.audit.proof.SigningKey;
import io.throughline.audit.proof.TreeHasher;
import io.throughline.kernel.domain.Times;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Calendar;
import java.util.HexFormat;
import java.util.TimeZone;

/** Writes committed records that wait to be sealed, of the size that the product's have. */
final class ManyRecords {

    static final SigningKey KEY = SigningKey.generate("throughline/bench");

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int BATCH = 5_000;

    private final Connection connection;
    private final TreeHasher hasher = new TreeHasher();

    ManyRecords(Connection connection) {
        this.connection = connection;
    }

    void write(int count) throws SQLException {
        Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        connection.setAutoCommit(false);
        try (PreparedStatement record = connection.prepareStatement(
                        "INSERT INTO audit_record (id, recorded_at, actor,"
                                + " on_behalf_of, used_right, activity, audit_action, record_number, server, content, digest)"
                                + " VALUES (?, ?, 'machine:rollout', 'PER-000007', 'DEPLOYMENT_RUN', 'INSTALL_RELEASE', ?, ?, 'SRV-000042', ?, ?)");
                PreparedStatement queue = connection.prepareStatement(
                        "INSERT INTO audit_unsealed (audit_id, queued_at, leaf_hash) VALUES (?, ?, ?)")) {
            for (int id = 1; id <= count; id++) {
                boolean first = id == 1;
                Timestamp at = Timestamp.from(START.plusMillis(id));
                String action = first ? "audit.key" : "target.outcome";
                String number = first ? "audit-key" : "DEP-%06d".formatted(id % 1000 + 1);
                String content = content(
                        START.plusMillis(id), action, number, first ? "\"key\":\"" + KEY.verifier() + "\"" : facts(id));
                byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
                record.setLong(1, id);
                record.setTimestamp(2, at, utc);
                record.setString(3, action);
                record.setString(4, number);
                record.setString(5, content);
                record.setString(6, HexFormat.of().formatHex(hasher.plain(bytes)));
                record.addBatch();
                queue.setLong(1, id);
                queue.setTimestamp(2, at, utc);
                queue.setString(3, HexFormat.of().formatHex(hasher.leaf(bytes)));
                queue.addBatch();
                if (id % BATCH == 0 || id == count) {
                    record.executeBatch();
                    queue.executeBatch();
                    connection.commit();
                }
            }
        }
        connection.setAutoCommit(true);
        try (PreparedStatement analyze = connection.prepareStatement("ANALYZE")) {
            analyze.execute();
        }
    }

    private static String content(Instant at, String action, String number, String facts) {
        return "{\"action\":\"" + action
                + "\",\"activity\":\"INSTALL_RELEASE\",\"actor\":\"machine:rollout\",\"after\":{" + facts
                + "},\"at\":\"" + Times.text(at)
                + "\",\"onBehalfOf\":\"PER-000007\",\"reason\":\"wave 3 of the emergency patch\","
                + "\"record\":\"" + number
                + "\",\"requestId\":\"JOB-000123\",\"right\":\"DEPLOYMENT_RUN\",\"server\":\"SRV-000042\"}";
    }

    private static String facts(int id) {
        return "\"attempt\":1,\"before\":\"4.2.7\",\"durationMillis\":" + id % 5000
                + ",\"evidence\":\"installed 4.2.8; verify: ok; service answers in 12 ms; marker written\",\"outcome\":\"VERIFIED\","
                + "\"package\":\"" + "9f".repeat(32) + "\",\"token\":" + id + ",\"version\":\"4.2.8\",\"wave\":3";
    }
}
