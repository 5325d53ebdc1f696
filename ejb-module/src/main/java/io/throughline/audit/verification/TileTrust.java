package io.throughline.audit.verification;

import io.throughline.audit.proof.BrokenProof;
import io.throughline.audit.proof.Tile;
import io.throughline.audit.proof.TreeBuilder;
import io.throughline.audit.proof.TreeHasher;
import io.throughline.audit.proof.TreeReader;
import io.throughline.audit.sealing.Head;
import io.throughline.audit.sealing.TreeRows;
import java.util.Arrays;
import java.util.Base64;

/** Asks whether a tile of leaves is the one over which the stored root was made. */
final class TileTrust {

    private final TreeRows rows;
    private final Head head;

    TileTrust(TreeRows rows, Head head) {
        this.rows = rows;
        this.head = head;
    }

    /** True when the level above has the tile's root; for the last tile, when the tiles lead to the head's root. */
    boolean stands(long index, byte[] tile) {
        try {
            if (tile.length < Tile.WIDTH * TreeHasher.BYTES) {
                return Base64.getEncoder()
                        .encodeToString(new TreeReader(rows).root(head.size()))
                        .equals(head.root());
            }
            TreeBuilder own = new TreeBuilder();
            for (int i = 0; i < Tile.WIDTH; i++) {
                own.append(hash(tile, i));
            }
            byte[] above = rows.hashes(1, index >> Tile.HEIGHT);
            int place = (int) (index & (Tile.WIDTH - 1));
            return above.length >= (place + 1) * TreeHasher.BYTES && Arrays.equals(hash(above, place), own.root());
        } catch (BrokenProof broken) {
            return false;
        }
    }

    private static byte[] hash(byte[] tile, int place) {
        return Arrays.copyOfRange(tile, place * TreeHasher.BYTES, (place + 1) * TreeHasher.BYTES);
    }
}
