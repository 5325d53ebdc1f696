package io.throughline.audit.verification;

import io.throughline.audit.proof.Tile;
import io.throughline.audit.proof.TreeBuilder;
import io.throughline.audit.proof.TreeHasher;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;

/** What somebody does who knows how the tree is made: makes it anew over the rows as they are, checkpoints removed. */
final class TamperedTree {

    private TamperedTree() {}

    static void rebuild(Connection connection) throws SQLException {
        TreeBuilder tree = new TreeBuilder();
        TreeHasher hasher = new TreeHasher();
        try (PreparedStatement query = connection.prepareStatement("SELECT r.content FROM audit_leaf l"
                        + " JOIN audit_record r ON r.id = l.audit_id ORDER BY l.leaf_index");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                tree.append(hasher.leaf(row.getString(1).getBytes(StandardCharsets.UTF_8)));
            }
        }
        try (PreparedStatement forget = connection.prepareStatement("DELETE FROM audit_checkpoint");
                PreparedStatement clear = connection.prepareStatement("DELETE FROM audit_tile");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO audit_tile (tile_level, tile_index, hashes) VALUES (?, ?, ?)");
                PreparedStatement head =
                        connection.prepareStatement("UPDATE audit_head SET sealed_count = ?, root_hash = ?")) {
            forget.executeUpdate();
            clear.executeUpdate();
            for (Tile tile : tree.takeChanged()) {
                insert.setInt(1, tile.level());
                insert.setLong(2, tile.index());
                insert.setBytes(3, tile.hashes());
                insert.executeUpdate();
            }
            head.setLong(1, tree.size());
            head.setString(2, Base64.getEncoder().encodeToString(tree.root()));
            head.executeUpdate();
        }
    }
}
