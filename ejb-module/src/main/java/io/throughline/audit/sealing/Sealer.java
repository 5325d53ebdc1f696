package io.throughline.audit.sealing;

import io.throughline.audit.proof.Checkpoint;
import io.throughline.audit.proof.SignedNote;
import io.throughline.audit.proof.SigningKey;
import io.throughline.audit.proof.TreeBuilder;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Grows the tree by what waits, and signs it. Each in the caller's transaction, under the head's lock: a crash leaves the
 * queue, the leaves, the tiles and the head as they were together.
 */
public final class Sealer {

    private final TreeRows rows;

    public Sealer(TreeRows rows) {
        this.rows = rows;
    }

    /**
     * Seals up to so many waiting records.
     *
     * @return how many were sealed; 0 when none waited
     */
    public int seal(int most) throws SQLException {
        Head head = rows.lockHead();
        List<TreeRows.Waiting> waiting = rows.waiting(most);
        if (waiting.isEmpty()) {
            return 0;
        }
        TreeBuilder tree = TreeBuilder.resume(head.size(), rows);
        waiting.forEach(record -> tree.append(HexFormat.of().parseHex(record.leafHash())));
        rows.place(waiting, head.size());
        rows.store(tree.takeChanged());
        rows.advance(tree.size(), Base64.getEncoder().encodeToString(tree.root()));
        return waiting.size();
    }

    /**
     * Signs the tree as it is, when it has grown since the last checkpoint.
     *
     * @param keyFor gives the key to sign with, told the name of the log, or null when it has none yet; the key's own
     *     name is taken then
     * @return the key that signed; empty when there was nothing new
     */
    public Optional<SigningKey> sign(KeyFor keyFor) throws SQLException {
        Head head = rows.lockHead();
        long signed =
                rows.newestCheckpoint().map(TreeRows.StoredCheckpoint::size).orElse(0L);
        if (head.size() <= signed) {
            return Optional.empty();
        }
        SigningKey key = keyFor.log(head.origin());
        String origin = head.origin();
        if (origin == null) {
            origin = key.verifier().name();
            rows.name(origin);
        }
        Checkpoint checkpoint =
                new Checkpoint(origin, head.size(), Base64.getDecoder().decode(head.root()));
        rows.keep(head.size(), SignedNote.sign(checkpoint.text(), key).toString());
        return Optional.of(key);
    }

    /** Where the signing key comes from. */
    @FunctionalInterface
    public interface KeyFor {

        SigningKey log(String origin);
    }
}
