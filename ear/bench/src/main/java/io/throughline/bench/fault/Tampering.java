package io.throughline.bench.fault;

import io.throughline.audit.proof.Checkpoint;
import io.throughline.audit.proof.SignedNote;
import io.throughline.audit.proof.SigningKey;
import io.throughline.audit.proof.Tile;
import io.throughline.audit.proof.TreeBuilder;
import io.throughline.audit.proof.TreeHasher;
import io.throughline.audit.sealing.TreeRows;
import io.throughline.audit.verification.AnchoredNotes;
import io.throughline.audit.verification.AuditVerification;
import io.throughline.audit.verification.LiveVerification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;

/**
 * Does to the trail's tables what their owner can do: each time in a transaction of its own, constraints removed, verified
 * from within and then rolled back.
 */
final class Tampering {

    private static final List<String> TABLES = List.of(
            "audit_record",
            "audit_personal",
            "audit_unsealed",
            "audit_leaf",
            "audit_tile",
            "audit_head",
            "audit_checkpoint");

    private final DataSource database;
    private final List<AnchoredNotes> anchored;
    private final Cases cases;

    Tampering(DataSource database, List<AnchoredNotes> anchored, Cases cases) {
        this.database = database;
        this.anchored = anchored;
        this.cases = cases;
    }

    /** A column, with how two of its rows are chosen. */
    private record Column(String table, String name, String type) {}

    /** What is done, on a connection whose transaction is rolled back afterwards. */
    private interface Deed {
        void on(Connection connection) throws SQLException;
    }

    void all() throws SQLException, IOException {
        for (Column column : columns()) {
            String at = column.table() + "." + column.name();
            tampered("edit " + at, "found", c -> run(c, update(column, edited(column), one(column.table()))));
            if (!optional(column) || hasValue(column)) {
                tampered("null " + at, "found", c -> run(c, update(column, "NULL", one(column.table()))));
            }
            if (!List.of("audit_head", "audit_checkpoint").contains(column.table())) {
                if (differs(column)) {
                    tampered("swap " + at, "found", c -> swap(c, column));
                }
            }
        }
        for (String table : TABLES) {
            tampered("delete from " + table, "found", c -> run(c, "DELETE FROM " + table + " WHERE " + one(table)));
            tampered("insert into " + table, "found", c -> run(c, inserted(table)));
        }
        tampered("reorder: two records change places", "found", c -> {
            run(c, "UPDATE audit_leaf SET audit_id = -1 WHERE leaf_index = 20");
            run(
                    c,
                    "UPDATE audit_leaf SET audit_id = (SELECT audit_id FROM audit_leaf WHERE leaf_index = 30)"
                            + " WHERE leaf_index = 20 AND 1 = 1");
            run(
                    c,
                    "UPDATE audit_leaf SET audit_id = (SELECT MIN(r.id) FROM audit_record r WHERE NOT EXISTS"
                            + " (SELECT 1 FROM audit_leaf l WHERE l.audit_id = r.id)) WHERE leaf_index = 30");
        });
        tampered(
                "reorder: two tiles' halves",
                "found",
                c -> run(
                        c,
                        "UPDATE audit_tile SET hashes ="
                                + " substring(hashes from 33 for 32) || substring(hashes from 1 for 32) || substring(hashes from 65)"
                                + " WHERE tile_level = 0 AND tile_index = 0"));
        tampered("cut the tail, the tree and its signature with it", "found by an anchor", c -> cut(c));
        tampered("rewrite everything, hashes and signature with it", "found by an anchor", c -> rewrite(c));
    }

    private void tampered(String name, String expected, Deed deed) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                free(connection);
                waiting(connection);
                deed.on(connection);
                AuditVerification found = new LiveVerification(connection, anchored).run();
                AuditVerification.BadRow bad = found.firstBad();
                boolean byAnchor =
                        bad != null && bad.detail() != null && bad.detail().contains("file:anchors");
                cases.add(
                        name,
                        expected,
                        bad == null
                                ? "not found"
                                : bad.table() + "." + bad.column() + (bad.index() < 0 ? "" : " at place " + bad.index())
                                        + ": " + bad.detail(),
                        !found.verified() && (expected.equals("found") || byAnchor));
            } catch (SQLException refused) {
                connection.rollback();
                cases.add(
                        name,
                        expected,
                        "refused by the database: "
                                + refused.getMessage().lines().findFirst().orElse(""),
                        false);
            } finally {
                connection.rollback();
            }
        }
    }

    /** Somebody who owns the tables is held by none of their constraints. */
    private static void free(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT conrelid::regclass::text, conname"
                        + " FROM pg_constraint WHERE contype IN ('f', 'p', 'u', 'c') AND (conrelid::regclass::text LIKE 'audit\\_%'"
                        + " OR confrelid::regclass::text LIKE 'audit\\_%') ORDER BY contype = 'p', contype = 'u'");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                statements.add("ALTER TABLE " + row.getString(1) + " DROP CONSTRAINT IF EXISTS " + row.getString(2)
                        + " CASCADE");
            }
        }
        try (PreparedStatement query = connection.prepareStatement("SELECT table_name, column_name"
                        + " FROM information_schema.columns WHERE table_schema = 'public' AND table_name LIKE 'audit\\_%'"
                        + " AND is_nullable = 'NO'");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                statements.add(
                        "ALTER TABLE " + row.getString(1) + " ALTER COLUMN " + row.getString(2) + " DROP NOT NULL");
            }
        }
        for (String statement : statements) {
            run(connection, statement);
        }
    }

    /** Two records that wait, as their writers would have left them. */
    private static void waiting(Connection connection) throws SQLException {
        TreeHasher hasher = new TreeHasher();
        for (long id : new long[] {900_000_001L, 900_000_002L}) {
            String content = "{\"action\":\"test.wait\",\"actor\":\"PER-000001\",\"at\":\"2026-01-01T00:00:00.00000"
                    + (id - 900_000_000L) + "Z\"}";
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            String at = "TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00.00000" + (id - 900_000_000L) + "+00'";
            run(
                    connection,
                    "INSERT INTO audit_record (id, recorded_at, actor, audit_action, content, digest) VALUES (" + id
                            + ", " + at + ", 'PER-000001', 'test.wait', '" + content + "', '" + hex(hasher.plain(bytes))
                            + "')");
            run(
                    connection,
                    "INSERT INTO audit_unsealed (audit_id, queued_at, leaf_hash) VALUES (" + id + ", " + at + ", '"
                            + hex(hasher.leaf(bytes)) + "')");
        }
    }

    private List<Column> columns() throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT table_name, column_name, data_type"
                        + " FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ANY(?)"
                        + " ORDER BY table_name, ordinal_position")) {
            query.setArray(1, connection.createArrayOf("text", TABLES.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    columns.add(new Column(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
        }
        return columns;
    }

    /** Whether any sealed record has something there that can be taken away. */
    private boolean hasValue(Column column) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT 1 FROM audit_record r"
                        + " JOIN audit_leaf l ON l.audit_id = r.id WHERE r." + column.name() + " IS NOT NULL LIMIT 1");
                ResultSet row = query.executeQuery()) {
            return row.next();
        }
    }

    /** Whether there are two values to exchange. */
    private boolean differs(Column column) throws SQLException {
        if (column.table().equals("audit_unsealed")) {
            return true;
        }
        String rows = column.table().equals("audit_record")
                ? "audit_record t JOIN audit_leaf l ON l.audit_id = t.id"
                : column.table() + " t";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT COUNT(DISTINCT t." + column.name()
                        + ") + MAX(CASE WHEN t." + column.name() + " IS NULL THEN 1 ELSE 0 END) FROM " + rows);
                ResultSet row = query.executeQuery()) {
            return row.next() && row.getLong(1) > 1;
        }
    }

    private static String edited(Column column) {
        return switch (column.type()) {
            case "bigint", "integer" -> "COALESCE(" + column.name() + ", 0) + 700000000";
            case "bytea" -> "set_byte(" + column.name() + ", 0, 255 - get_byte(" + column.name() + ", 0))";
            case "timestamp with time zone" -> column.name() + " + interval '1 microsecond'";
            default ->
                "COALESCE(left(%1$s, -1) || CASE right(%1$s, 1) WHEN '0' THEN '1' ELSE '0' END, 'x')"
                        .formatted(column.name());
        };
    }

    /** Condition for the row that is tampered with: one in the midst of the trail. */
    private static String one(String table) {
        return switch (table) {
            case "audit_record" ->
                "id = (SELECT r.id FROM audit_record r JOIN audit_leaf l ON l.audit_id = r.id"
                        + " WHERE r.on_behalf_of IS NOT NULL AND r.used_right IS NOT NULL OR l.leaf_index = 20"
                        + " ORDER BY l.leaf_index DESC LIMIT 1)";
            case "audit_personal" ->
                "(audit_id, field_path) = (SELECT audit_id, field_path FROM audit_personal"
                        + " ORDER BY audit_id, field_path LIMIT 1)";
            case "audit_unsealed" -> "audit_id = 900000001";
            case "audit_leaf" -> "leaf_index = 20";
            case "audit_tile" -> "tile_level = 0 AND tile_index = 0";
            default -> "1 = 1";
        };
    }

    private static String update(Column column, String value, String where) {
        return column.name().equals("erased_by") && value.equals("NULL")
                // It is null where nothing was erased: null it where something was.
                ? "UPDATE audit_personal SET salt = NULL, personal_value = NULL WHERE " + where
                : value.equals("NULL") && optional(column)
                        ? "UPDATE audit_record SET " + column.name()
                                + " = NULL WHERE id = (SELECT r.id FROM audit_record r"
                                + " JOIN audit_leaf l ON l.audit_id = r.id WHERE r." + column.name()
                                + " IS NOT NULL ORDER BY l.leaf_index LIMIT 1)"
                        : "UPDATE " + column.table() + " SET " + column.name() + " = " + value + " WHERE " + where;
    }

    private static boolean optional(Column column) {
        return column.table().equals("audit_record")
                && List.of("on_behalf_of", "used_right", "activity", "record_number", "server")
                        .contains(column.name());
    }

    /** Exchanges the column's values of two rows that differ in it. */
    private static void swap(Connection connection, Column column) throws SQLException {
        String name = column.name();
        String rows = column.table().equals("audit_record")
                ? "FROM audit_record t JOIN audit_leaf l ON l.audit_id = t.id"
                : "FROM " + column.table() + " t";
        String first = "(SELECT t.ctid " + rows + " ORDER BY t." + name + " NULLS LAST LIMIT 1)";
        String second = "(SELECT t.ctid " + rows + " ORDER BY t." + name + " DESC NULLS FIRST LIMIT 1)";
        try (PreparedStatement query = connection.prepareStatement("SELECT " + first + "::text, " + second + "::text");
                ResultSet row = query.executeQuery()) {
            row.next();
            String a = row.getString(1);
            String b = row.getString(2);
            run(
                    connection,
                    "CREATE TEMPORARY TABLE swapped ON COMMIT DROP AS SELECT (SELECT " + name + " FROM "
                            + column.table() + " WHERE ctid = '" + a + "'::tid) AS a, (SELECT " + name + " FROM "
                            + column.table()
                            + " WHERE ctid = '" + b + "'::tid) AS b");
            run(
                    connection,
                    "UPDATE " + column.table() + " SET " + name + " = CASE WHEN ctid = '" + a
                            + "'::tid THEN (SELECT b FROM swapped) ELSE (SELECT a FROM swapped) END WHERE ctid IN ('"
                            + a
                            + "'::tid, '" + b + "'::tid)");
        }
    }

    private static String inserted(String table) {
        return switch (table) {
            case "audit_record" ->
                "INSERT INTO audit_record SELECT 900000009, recorded_at, actor, on_behalf_of, used_right,"
                        + " activity, audit_action, record_number, server, content, digest FROM audit_record LIMIT 1";
            case "audit_personal" ->
                "INSERT INTO audit_personal SELECT audit_id, 'after.more', salt, personal_value"
                        + " FROM audit_personal ORDER BY audit_id LIMIT 1";
            case "audit_unsealed" ->
                "INSERT INTO audit_unsealed SELECT l.audit_id, u.queued_at, u.leaf_hash"
                        + " FROM audit_leaf l, audit_unsealed u WHERE l.leaf_index = 5 LIMIT 1";
            case "audit_leaf" -> "INSERT INTO audit_leaf SELECT MAX(leaf_index) + 1, 900000001 FROM audit_leaf";
            case "audit_tile" -> "INSERT INTO audit_tile SELECT 0, 70000, hashes FROM audit_tile LIMIT 1";
            case "audit_head" -> "INSERT INTO audit_head SELECT 2, sealed_count, root_hash, origin FROM audit_head";
            default -> "INSERT INTO audit_checkpoint SELECT tree_size - 1, signed_note FROM audit_checkpoint";
        };
    }

    private static void cut(Connection connection) throws SQLException {
        long left;
        try (PreparedStatement query = connection.prepareStatement("SELECT sealed_count / 2 FROM audit_head");
                ResultSet row = query.executeQuery()) {
            row.next();
            left = row.getLong(1);
        }
        run(connection, "DELETE FROM audit_unsealed");
        run(
                connection,
                "CREATE TEMPORARY TABLE gone ON COMMIT DROP AS SELECT audit_id FROM audit_leaf WHERE leaf_index >= "
                        + left);
        run(connection, "DELETE FROM audit_leaf WHERE leaf_index >= " + left);
        run(connection, "DELETE FROM audit_personal WHERE audit_id IN (SELECT audit_id FROM gone)");
        run(connection, "DELETE FROM audit_record WHERE id NOT IN (SELECT audit_id FROM audit_leaf)");
        anew(connection);
    }

    private static void rewrite(Connection connection) throws SQLException {
        run(
                connection,
                "UPDATE audit_record SET content = replace(content, 'PER-000001', 'PER-000777'),"
                        + " actor = replace(actor, 'PER-000001', 'PER-000777'), record_number = replace(record_number, 'PER-000001', 'PER-000777'),"
                        + " on_behalf_of = replace(on_behalf_of, 'PER-000001', 'PER-000777')");
        run(connection, "UPDATE audit_record SET digest = encode(sha256(convert_to(content, 'UTF8')), 'hex')");
        run(connection, "DELETE FROM audit_unsealed");
        run(connection, "DELETE FROM audit_record WHERE id NOT IN (SELECT audit_id FROM audit_leaf)");
        anew(connection);
    }

    /** Makes the whole tree anew over the rows as they are, and signs it with a key that is put on record for it. */
    private static void anew(Connection connection) throws SQLException {
        TreeHasher hasher = new TreeHasher();
        String origin = new TreeRows(connection).head().origin();
        SigningKey key = SigningKey.generate(origin);
        forgeKey(connection, key);
        TreeBuilder tree = new TreeBuilder();
        try (PreparedStatement query = connection.prepareStatement("SELECT r.content FROM audit_leaf l"
                        + " JOIN audit_record r ON r.id = l.audit_id ORDER BY l.leaf_index");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                tree.append(hasher.leaf(row.getString(1).getBytes(StandardCharsets.UTF_8)));
            }
        }
        run(connection, "DELETE FROM audit_tile");
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO audit_tile (tile_level, tile_index, hashes) VALUES (?, ?, ?)")) {
            for (Tile tile : tree.takeChanged()) {
                insert.setInt(1, tile.level());
                insert.setLong(2, tile.index());
                insert.setBytes(3, tile.hashes());
                insert.executeUpdate();
            }
        }
        Checkpoint checkpoint = new Checkpoint(origin, tree.size(), tree.root());
        run(
                connection,
                "UPDATE audit_head SET sealed_count = " + tree.size() + ", root_hash = '"
                        + Base64.getEncoder().encodeToString(tree.root()) + "'");
        run(
                connection,
                "UPDATE audit_checkpoint SET tree_size = " + tree.size() + ", signed_note = '"
                        + SignedNote.sign(checkpoint.text(), key) + "'");
    }

    /** Puts the forger's key in the place of the first one that is on record. */
    private static void forgeKey(Connection connection, SigningKey key) throws SQLException {
        run(
                connection,
                "UPDATE audit_record SET content = regexp_replace(content, '\"key\":\"[^\"]*\"', '\"key\":\""
                        + key.verifier() + "\"') WHERE record_number = 'audit-key'");
        run(
                connection,
                "UPDATE audit_record SET digest = encode(sha256(convert_to(content, 'UTF8')), 'hex')"
                        + " WHERE record_number = 'audit-key'");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
