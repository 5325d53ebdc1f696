package io.throughline.audit.sealing;

import io.throughline.audit.proof.BrokenProof;
import io.throughline.audit.proof.Tile;
import io.throughline.audit.proof.TileSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of the tree and of its queue, by plain statements on one connection: a sealer writes tens of thousands of rows a
 * second, and none of them is an entity that anybody changes.
 */
public final class TreeRows implements TileSource {

    private final Connection connection;
    private final boolean derby;

    public TreeRows(Connection connection) throws SQLException {
        this.connection = connection;
        this.derby = connection.getMetaData().getDatabaseProductName().contains("Derby");
    }

    /** Waits until no other sealer is at work, and keeps them away until this transaction's end. */
    public Head lockHead() throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("UPDATE audit_head SET sealed_count = sealed_count WHERE id = 1")) {
            lock.executeUpdate();
        }
        return head();
    }

    public Head head() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT sealed_count, root_hash, origin FROM audit_head WHERE id = 1");
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw new BrokenProof("the head of the trail is gone");
            }
            return new Head(row.getLong(1), row.getString(2), row.getString(3));
        }
    }

    public void advance(long size, String root) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE audit_head SET sealed_count = ?, root_hash = ? WHERE id = 1")) {
            update.setLong(1, size);
            update.setString(2, root);
            update.executeUpdate();
        }
    }

    public void name(String origin) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE audit_head SET origin = ? WHERE id = 1")) {
            update.setString(1, origin);
            update.executeUpdate();
        }
    }

    /** A record that waits: its id, and 64 hexadecimal digits of its leaf's hash. */
    record Waiting(long auditId, String leafHash) {}

    /** The committed records that wait, whatever order they committed in, up to so many. */
    List<Waiting> waiting(int most) throws SQLException {
        List<Waiting> waiting = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT audit_id, leaf_hash FROM audit_unsealed"
                + " ORDER BY audit_id FETCH FIRST " + most + " ROWS ONLY")) {
            query.setFetchSize(most);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    waiting.add(new Waiting(row.getLong(1), row.getString(2)));
                }
            }
        }
        return waiting;
    }

    /** Moves them from the queue to their places. A record that has a place already breaks a unique key. */
    void place(List<Waiting> sealed, long firstIndex) throws SQLException {
        if (derby) {
            placeOneByOne(sealed, firstIndex);
            return;
        }
        Long[] indexes = new Long[sealed.size()];
        Long[] records = new Long[sealed.size()];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = firstIndex + i;
            records[i] = sealed.get(i).auditId();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO audit_leaf (leaf_index, audit_id) SELECT * FROM unnest(?::bigint[], ?::bigint[])");
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM audit_unsealed WHERE audit_id = ANY(?)")) {
            insert.setArray(1, connection.createArrayOf("bigint", indexes));
            insert.setArray(2, connection.createArrayOf("bigint", records));
            insert.executeUpdate();
            delete.setArray(1, connection.createArrayOf("bigint", records));
            delete.executeUpdate();
        }
    }

    private void placeOneByOne(List<Waiting> sealed, long firstIndex) throws SQLException {
        try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO audit_leaf (leaf_index, audit_id) VALUES (?, ?)");
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM audit_unsealed WHERE audit_id = ?")) {
            long index = firstIndex;
            for (Waiting record : sealed) {
                insert.setLong(1, index++);
                insert.setLong(2, record.auditId());
                insert.addBatch();
                delete.setLong(1, record.auditId());
                delete.addBatch();
            }
            insert.executeBatch();
            delete.executeBatch();
        }
    }

    void store(List<Tile> tiles) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                        "UPDATE audit_tile SET hashes = ? WHERE tile_level = ? AND tile_index = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO audit_tile (hashes, tile_level, tile_index) VALUES (?, ?, ?)")) {
            for (Tile tile : tiles) {
                if (write(update, tile) == 0) {
                    write(insert, tile);
                }
            }
        }
    }

    private static int write(PreparedStatement statement, Tile tile) throws SQLException {
        statement.setBytes(1, tile.hashes());
        statement.setInt(2, tile.level());
        statement.setLong(3, tile.index());
        return statement.executeUpdate();
    }

    @Override
    public byte[] hashes(int level, long index) {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT hashes FROM audit_tile WHERE tile_level = ? AND tile_index = ?")) {
            query.setInt(1, level);
            query.setLong(2, index);
            try (ResultSet row = query.executeQuery()) {
                byte[] hashes = row.next() ? row.getBytes(1) : null;
                if (hashes == null) {
                    throw new BrokenProof("there is no tile " + level + "/" + index);
                }
                return hashes;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The newest checkpoint's size and note, if one was signed. */
    public Optional<StoredCheckpoint> newestCheckpoint() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT tree_size, signed_note FROM audit_checkpoint"
                        + " ORDER BY tree_size DESC FETCH FIRST 1 ROWS ONLY");
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(new StoredCheckpoint(row.getLong(1), row.getString(2))) : Optional.empty();
        }
    }

    /** A row of the table of checkpoints. */
    public record StoredCheckpoint(long size, String note) {}

    public List<StoredCheckpoint> checkpoints() throws SQLException {
        List<StoredCheckpoint> all = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT tree_size, signed_note FROM audit_checkpoint ORDER BY tree_size");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                all.add(new StoredCheckpoint(row.getLong(1), row.getString(2)));
            }
        }
        return all;
    }

    /** Puts this checkpoint in the place of the last one. Older ones are with those who took them. */
    void keep(long size, String note) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM audit_checkpoint");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO audit_checkpoint (tree_size, signed_note) VALUES (?, ?)")) {
            delete.executeUpdate();
            insert.setLong(1, size);
            insert.setString(2, note);
            insert.executeUpdate();
        }
    }
}
