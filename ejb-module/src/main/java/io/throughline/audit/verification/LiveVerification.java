package io.throughline.audit.verification;

import io.throughline.audit.proof.BrokenProof;
import io.throughline.audit.proof.Tile;
import io.throughline.audit.proof.TreeBuilder;
import io.throughline.audit.proof.TreeHasher;
import io.throughline.audit.sealing.Head;
import io.throughline.audit.sealing.TreeRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Recomputes the tree from the live rows, in order, and stops at the first row that does not fit. It goes by the head as
 * it was at the beginning: what is sealed meanwhile waits for the next verification. No transaction is held over it.
 */
public final class LiveVerification {

    private static final int ROWS_AT_A_TIME = 5_000;

    private final Connection connection;
    private final TreeRows rows;
    private final Calendar utc = SealedRow.utc();
    private final ContentCheck contents = new ContentCheck();
    private final TreeBuilder tree = new TreeBuilder();
    private final PersonalCheck personal;
    private final CheckpointCheck checkpoints;
    private final List<AnchoredNotes> anchored;
    private Head head;
    private long readingNanos;

    /**
     * @param connection one that commits each statement on its own
     * @param anchored checkpoints that are kept outside the database
     */
    public LiveVerification(Connection connection, List<AnchoredNotes> anchored) throws SQLException {
        this.connection = connection;
        this.anchored = anchored;
        this.rows = new TreeRows(connection);
        this.personal = new PersonalCheck(connection);
        this.checkpoints = new CheckpointCheck(connection, rows);
    }

    public AuditVerification run() throws SQLException {
        long begin = System.nanoTime();
        AuditVerification.BadRow bad = null;
        try {
            head = rows.head();
            checkpoints.read(head, anchored);
            leaves();
            head();
            new BesideTheTree(connection, rows).check();
        } catch (Fault fault) {
            bad = fault.row();
        } catch (BrokenProof fault) {
            bad = new AuditVerification.BadRow("audit_head", -1, null, "sealed_count", fault.getMessage());
        }
        long checking = System.nanoTime() - begin - readingNanos;
        return new AuditVerification(
                bad == null,
                tree.size(),
                waiting(),
                head == null ? null : head.root(),
                checkpoints.verified(),
                readingNanos / 1_000_000,
                checking / 1_000_000,
                anchored.stream()
                        .map(a -> new AuditVerification.AnchorFinding(
                                a.anchor(), a.notes().size(), a.trouble()))
                        .toList(),
                bad);
    }

    private void leaves() throws SQLException {
        byte[] tile = null;
        while (tree.size() < head.size()) {
            List<SealedRow> page = page(tree.size(), Math.min(head.size(), tree.size() + ROWS_AT_A_TIME));
            if (page.isEmpty()) {
                throw missing();
            }
            long before = System.nanoTime();
            Map<Long, byte[]> level0 = readTiles(0, page);
            readingNanos += System.nanoTime() - before;
            for (SealedRow row : page) {
                if (row.index() != tree.size()) {
                    throw missing();
                }
                long index = row.index() >> Tile.HEIGHT;
                tile = level0.get(index);
                int offset = (int) (row.index() & (Tile.WIDTH - 1)) * TreeHasher.BYTES;
                if (tile == null || tile.length < offset + TreeHasher.BYTES) {
                    throw new Fault("audit_tile", row.index(), null, "hashes", "tile 0/" + index + " is gone or cut");
                }
                byte[] leafHash = Arrays.copyOfRange(tile, offset, offset + TreeHasher.BYTES);
                try {
                    contents.check(row, leafHash);
                } catch (Fault fault) {
                    throw blame(fault, row, index, tile);
                }
                tree.append(leafHash);
                checkpoints.reached(tree);
            }
            storedTiles();
            before = System.nanoTime();
            personal.check(page);
            readingNanos += System.nanoTime() - before;
        }
        storedTiles();
    }

    private Fault missing() {
        return new Fault("audit_leaf", tree.size(), null, "leaf_index", "no leaf stands at this place");
    }

    /**
     * Content and leaf differ: which of the two was touched? The tile is right when the level above, which was built from
     * it, agrees with it.
     */
    private Fault blame(Fault fault, SealedRow row, long index, byte[] tile) {
        boolean contentFits = row.found()
                && row.content() != null
                && "content".equals(fault.row().column())
                && fault.row().detail().startsWith("is not what");
        if (contentFits && !new TileTrust(rows, head).stands(index, tile)) {
            return new Fault("audit_tile", row.index(), row.auditId(), "hashes", "tile 0/" + index + " was changed");
        }
        return fault;
    }

    /** Every tile of the tree that was recomputed so far must lie in the database as it was recomputed. */
    private void storedTiles() throws SQLException {
        for (Tile tile : tree.takeChanged()) {
            if (tile.level() == 0 && tile.full()) {
                continue;
            }
            byte[] stored;
            long before = System.nanoTime();
            try {
                stored = rows.hashes(tile.level(), tile.index());
            } catch (BrokenProof gone) {
                throw new Fault("audit_tile", tree.size(), null, "tile_index", gone.getMessage());
            } finally {
                readingNanos += System.nanoTime() - before;
            }
            if (stored.length % TreeHasher.BYTES != 0
                    || stored.length < tile.hashes().length
                    || !Arrays.equals(Arrays.copyOf(stored, tile.hashes().length), tile.hashes())) {
                throw new Fault(
                        "audit_tile",
                        tree.size(),
                        null,
                        "hashes",
                        "tile " + tile.level() + "/" + tile.index() + " is not what the leaves below it give");
            }
        }
    }

    private void head() throws SQLException {
        if (!Base64.getEncoder().encodeToString(tree.root()).equals(head.root())) {
            throw new Fault("audit_head", tree.size(), null, "root_hash", "the head names another root");
        }
        checkpoints.end(head, rows.head().size());
    }

    private List<SealedRow> page(long from, long to) throws SQLException {
        long before = System.nanoTime();
        List<SealedRow> page = new ArrayList<>(ROWS_AT_A_TIME);
        try (PreparedStatement query = connection.prepareStatement("SELECT l.leaf_index, l.audit_id, "
                + SealedRow.COLUMNS + " FROM audit_leaf l LEFT JOIN audit_record r ON r.id = l.audit_id"
                + " WHERE l.leaf_index >= ? AND l.leaf_index < ? ORDER BY l.leaf_index")) {
            query.setLong(1, from);
            query.setLong(2, to);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    page.add(SealedRow.read(row, utc));
                }
            }
        }
        readingNanos += System.nanoTime() - before;
        return page;
    }

    private Map<Long, byte[]> readTiles(int level, List<SealedRow> page) throws SQLException {
        Map<Long, byte[]> tiles = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT tile_index, hashes FROM audit_tile"
                + " WHERE tile_level = ? AND tile_index >= ? AND tile_index <= ?")) {
            query.setInt(1, level);
            query.setLong(2, page.get(0).index() >> Tile.HEIGHT);
            query.setLong(3, page.get(page.size() - 1).index() >> Tile.HEIGHT);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    tiles.put(row.getLong(1), row.getBytes(2));
                }
            }
        }
        return tiles;
    }

    private long waiting() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT COUNT(*) FROM audit_unsealed");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
