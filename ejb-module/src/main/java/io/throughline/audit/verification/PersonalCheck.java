package io.throughline.audit.verification;

import io.throughline.audit.proof.BrokenProof;
import io.throughline.audit.proof.Json;
import io.throughline.audit.proof.TreeHasher;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Values about persons lie beside the records, which hold commitments to them: each value must be the committed one, and
 * each commitment must have its value, or the note of the record that erased it.
 */
final class PersonalCheck {

    private static final String TABLE = "audit_personal";
    private static final String MARK = "\"commitment\":";

    private final Connection connection;
    private final TreeHasher hasher = new TreeHasher();

    PersonalCheck(Connection connection) {
        this.connection = connection;
    }

    void check(List<SealedRow> page) throws SQLException {
        Map<Long, SealedRow> byId = new HashMap<>();
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (SealedRow row : page) {
            byId.put(row.auditId(), row);
            least = Math.min(least, row.auditId());
            most = Math.max(most, row.auditId());
        }
        Map<Long, Map<String, String>> expected = new HashMap<>();
        page.stream()
                .filter(row -> row.content().contains(MARK))
                .forEach(row -> expected.put(row.auditId(), commitments(row)));
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT p.audit_id, p.field_path, p.salt, p.personal_value, p.erased_by, e.audit_action"
                        + " FROM audit_personal p LEFT JOIN audit_record e ON e.id = p.erased_by"
                        + " WHERE p.audit_id >= ? AND p.audit_id <= ? ORDER BY p.audit_id, p.field_path")) {
            query.setLong(1, least);
            query.setLong(2, most);
            try (ResultSet value = query.executeQuery()) {
                while (value.next()) {
                    SealedRow row = byId.get(value.getLong(1));
                    if (row != null) {
                        check(row, value, expected.getOrDefault(row.auditId(), Map.of()));
                    }
                }
            }
        }
        expected.forEach((auditId, left) -> {
            if (!left.isEmpty()) {
                throw new Fault(
                        TABLE,
                        byId.get(auditId).index(),
                        auditId,
                        "field_path",
                        "the value of " + left.keySet().iterator().next() + " is gone");
            }
        });
    }

    private void check(SealedRow row, ResultSet value, Map<String, String> commitments) throws SQLException {
        String path = value.getString(2);
        String salt = value.getString(3);
        String text = value.getString(4);
        String commitment = path == null ? null : commitments.remove(path);
        if (commitment == null) {
            throw bad(row, "field_path", "names no commitment of the record, or one a second time");
        }
        if (text == null && salt == null) {
            if (!"audit.erase".equals(value.getString(6))) {
                throw bad(row, "erased_by", "the value is empty and no record says who erased it");
            }
            return;
        }
        value.getLong(5);
        if (!value.wasNull()) {
            throw bad(row, "erased_by", "names an erasure, and the value is there");
        }
        byte[] committed = (salt + "\0" + text).getBytes(StandardCharsets.UTF_8);
        if (salt == null
                || text == null
                || !HexFormat.of().formatHex(hasher.plain(committed)).equals(commitment)) {
            throw bad(
                    row,
                    text == null ? "personal_value" : salt == null ? "salt" : "personal_value",
                    "is not what the record is committed to");
        }
    }

    private static Fault bad(SealedRow row, String column, String detail) {
        return new Fault(TABLE, row.index(), row.auditId(), column, detail);
    }

    private static Map<String, String> commitments(SealedRow row) {
        Map<String, String> found = new HashMap<>();
        Map<String, Object> content;
        try {
            content = Json.object(row.content());
        } catch (BrokenProof broken) {
            return found;
        }
        for (String side : List.of("before", "after")) {
            if (content.get(side) instanceof Map<?, ?> facts) {
                facts.forEach((name, value) -> {
                    if (value instanceof Map<?, ?> map && map.get("commitment") instanceof String commitment) {
                        found.put(side + "." + name, commitment);
                    }
                });
            }
        }
        return found;
    }
}
