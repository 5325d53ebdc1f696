package io.throughline.audit.verification;

import io.throughline.audit.proof.Tile;
import io.throughline.audit.sealing.TreeRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Calendar;
import java.util.HexFormat;

/**
 * What the tree does not cover: records that wait to be sealed, records that neither wait nor are sealed, and rows beyond
 * the head. Whatever looks wrong is asked for a second time, since the sealer works meanwhile.
 */
final class BesideTheTree {

    private final Connection connection;
    private final TreeRows rows;

    BesideTheTree(Connection connection, TreeRows rows) {
        this.connection = connection;
        this.rows = rows;
    }

    void check() throws SQLException {
        Long heads = first("SELECT COUNT(*) FROM audit_head");
        if (heads == null || heads != 1) {
            throw new Fault("audit_head", -1, null, "id", "there is more than one head");
        }
        Long beyond = first("SELECT MAX(leaf_index) FROM audit_leaf");
        if (beyond != null && beyond >= rows.head().size()) {
            throw new Fault("audit_leaf", beyond, null, "leaf_index", "stands beyond the end of the tree");
        }
        waiting();
        Long stray = first("SELECT r.id FROM audit_record r WHERE NOT EXISTS"
                + " (SELECT 1 FROM audit_leaf l WHERE l.audit_id = r.id) AND NOT EXISTS"
                + " (SELECT 1 FROM audit_unsealed u WHERE u.audit_id = r.id) ORDER BY r.id FETCH FIRST 1 ROWS ONLY");
        if (stray != null && first("SELECT leaf_index FROM audit_leaf WHERE audit_id = " + stray) == null) {
            throw new Fault("audit_record", -1, stray, "id", "is neither sealed nor waiting to be");
        }
        tiles();
        orphans();
    }

    private void waiting() throws SQLException {
        Calendar utc = SealedRow.utc();
        ContentCheck contents = new ContentCheck();
        try (PreparedStatement query = connection.prepareStatement("SELECT -1, u.audit_id, " + SealedRow.COLUMNS
                        + ", u.queued_at, u.leaf_hash, l.leaf_index FROM audit_unsealed u"
                        + " LEFT JOIN audit_record r ON r.id = u.audit_id"
                        + " LEFT JOIN audit_leaf l ON l.audit_id = u.audit_id ORDER BY u.audit_id");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                SealedRow record = SealedRow.read(row, utc);
                Instant queued = SealedRow.instant(row, 14, utc);
                String hash = row.getString(15);
                row.getLong(16);
                if (!row.wasNull()) {
                    throw queue(record, "audit_id", "waits although it is sealed");
                }
                if (!record.found()) {
                    throw queue(record, "audit_id", "names no record");
                }
                if (hash == null || !hash.matches("[0-9a-f]{64}")) {
                    throw queue(record, "leaf_hash", "is no hash");
                }
                contents.check(record, HexFormat.of().parseHex(hash));
                if (!record.at().equals(queued)) {
                    throw queue(record, "queued_at", "is not the time of the record");
                }
            }
        }
    }

    private static Fault queue(SealedRow row, String column, String detail) {
        return new Fault("audit_unsealed", -1, row.auditId(), column, detail);
    }

    private void tiles() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT tile_level, MIN(tile_index), MAX(tile_index), COUNT(*) FROM audit_tile"
                                + " GROUP BY tile_level ORDER BY tile_level");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                int level = row.getInt(1);
                long most = row.getLong(3);
                long entries = level < 0 || level > 7 ? 0 : rows.head().size() >> (level * Tile.HEIGHT);
                if (row.getLong(2) < 0 || entries == 0 || most > (entries - 1) >> Tile.HEIGHT) {
                    throw new Fault(
                            "audit_tile",
                            -1,
                            null,
                            "tile_index",
                            "tile " + level + "/" + (row.getLong(2) < 0 ? row.getLong(2) : most)
                                    + " is no part of the tree");
                }
            }
        }
    }

    private void orphans() throws SQLException {
        Long orphan = first("SELECT MIN(p.audit_id) FROM audit_personal p"
                + " WHERE NOT EXISTS (SELECT 1 FROM audit_record r WHERE r.id = p.audit_id)");
        if (orphan != null) {
            throw new Fault("audit_personal", -1, orphan, "audit_id", "belongs to no record");
        }
    }

    private Long first(String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            long value = row.getLong(1);
            return row.wasNull() ? null : value;
        }
    }
}
