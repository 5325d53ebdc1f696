package io.throughline.audit.verification;

import io.throughline.audit.proof.BrokenProof;
import io.throughline.audit.proof.Checkpoint;
import io.throughline.audit.proof.Json;
import io.throughline.audit.proof.SignedNote;
import io.throughline.audit.proof.TreeBuilder;
import io.throughline.audit.proof.VerifierKey;
import io.throughline.audit.sealing.Head;
import io.throughline.audit.sealing.TreeRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** Every stored checkpoint must be signed with a key that is on record, and have the root of the live rows. */
final class CheckpointCheck {

    private static final String TABLE = "audit_checkpoint";

    private final Connection connection;
    private final TreeRows rows;
    private final PriorityQueue<Expected> ahead = new PriorityQueue<>(
            Comparator.comparingLong(expected -> expected.checkpoint().size()));
    private long verified;
    private long agreed;

    /** Thrown at the end: a record with a key that somebody touched is to be named first. */
    private Fault unsigned;

    /** A checkpoint to come by; {@code anchor} says who holds it, null for our own table. */
    private record Expected(Checkpoint checkpoint, String anchor) {}

    CheckpointCheck(Connection connection, TreeRows rows) {
        this.connection = connection;
        this.rows = rows;
    }

    void read(Head head, List<AnchoredNotes> anchored) throws SQLException {
        for (AnchoredNotes anchor : anchored) {
            for (String note : anchor.notes()) {
                Checkpoint checkpoint;
                try {
                    checkpoint = Checkpoint.parse(SignedNote.parse(note).text());
                } catch (BrokenProof broken) {
                    throw new Fault("anchor", -1, null, "note", anchor.anchor() + ": " + broken.getMessage());
                }
                if (head.origin() == null || checkpoint.origin().equals(head.origin())) {
                    ahead.add(new Expected(checkpoint, anchor.anchor()));
                }
            }
        }
        Set<VerifierKey> keys = keys();
        for (TreeRows.StoredCheckpoint stored : rows.checkpoints()) {
            if (stored.size() > head.size()) {
                if (stored.size() <= rows.head().size()) {
                    break; // signed while we read
                }
                throw bad(stored.size(), "tree_size", "a checkpoint was signed over more records than there are");
            }
            ahead.add(new Expected(opened(stored, head, keys), null));
        }
    }

    private Checkpoint opened(TreeRows.StoredCheckpoint stored, Head head, Set<VerifierKey> keys) {
        try {
            if (stored.note() == null) {
                throw bad(stored.size(), "signed_note", "is empty");
            }
            SignedNote note = SignedNote.parse(stored.note());
            if (note.signer(keys).isEmpty()) {
                unsigned = bad(stored.size(), "signed_note", "is not signed with a key that is on record");
            }
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (checkpoint.size() != stored.size()) {
                throw bad(stored.size(), "tree_size", "differs from the signed note");
            }
            if (!Objects.equals(checkpoint.origin(), head.origin())) {
                throw new Fault(
                        "audit_head",
                        stored.size(),
                        null,
                        "origin",
                        "a checkpoint is signed for " + checkpoint.origin());
            }
            return checkpoint;
        } catch (BrokenProof broken) {
            throw bad(stored.size(), "signed_note", broken.getMessage());
        }
    }

    /** Called after each record. */
    void reached(TreeBuilder tree) {
        while (!ahead.isEmpty() && ahead.peek().checkpoint().size() == tree.size()) {
            Expected expected = ahead.poll();
            boolean same = Arrays.equals(expected.checkpoint().root(), tree.root());
            if (expected.anchor() == null) {
                if (!same) {
                    throw bad(tree.size(), "signed_note", "was signed over other records than there are");
                }
                verified = tree.size();
            } else if (same) {
                agreed = tree.size();
            } else {
                throw new Fault(
                        "audit_leaf",
                        agreed,
                        null,
                        "audit_id",
                        "the records from place " + agreed + " to "
                                + (tree.size() - 1) + " are not those of the checkpoint that " + expected.anchor()
                                + " holds: they were made anew");
            }
        }
    }

    void end(Head head, long freshSize) {
        if (unsigned != null) {
            throw unsigned;
        }
        if (verified == 0 && head.origin() != null) {
            throw bad(0, "tree_size", "the log has a name, so it was signed, but no checkpoint is left");
        }
        // An anchor may have taken a checkpoint while we were reading.
        Expected cut = ahead.stream()
                .filter(expected -> expected.checkpoint().size() > freshSize || expected.anchor() == null)
                .findFirst()
                .orElse(null);
        if (cut != null) {
            throw cut.anchor() == null
                    ? bad(cut.checkpoint().size(), "tree_size", "was not reached")
                    : new Fault(
                            "audit_leaf",
                            head.size(),
                            null,
                            "leaf_index",
                            cut.anchor()
                                    + " holds a checkpoint over "
                                    + cut.checkpoint().size() + " records; the tail was cut at "
                                    + freshSize);
        }
    }

    long verified() {
        return verified;
    }

    private Set<VerifierKey> keys() throws SQLException {
        Set<VerifierKey> keys = new LinkedHashSet<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT content FROM audit_record"
                        + " WHERE record_number = 'audit-key' AND audit_action = 'audit.key' ORDER BY id");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                key(row.getString(1)).ifPresent(keys::add);
            }
        }
        return keys;
    }

    /** A record that was touched has no key to give; the records themselves are checked later. */
    private static Optional<VerifierKey> key(String content) {
        try {
            return content != null && Json.object(content).get("after") instanceof Map<?, ?> after
                    ? Optional.of(VerifierKey.parse(String.valueOf(after.get("key"))))
                    : Optional.empty();
        } catch (BrokenProof broken) {
            return Optional.empty();
        }
    }

    private static Fault bad(long size, String column, String detail) {
        return new Fault(TABLE, size, null, column, detail);
    }
}
