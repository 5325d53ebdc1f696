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
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Every stored checkpoint must be signed with a key that is on record, and have the root of the live rows. */
final class CheckpointCheck {

    private static final String TABLE = "audit_checkpoint";

    private final Connection connection;
    private final TreeRows rows;
    private final Deque<Checkpoint> ahead = new ArrayDeque<>();
    private long verified;

    CheckpointCheck(Connection connection, TreeRows rows) {
        this.connection = connection;
        this.rows = rows;
    }

    void read(Head head) throws SQLException {
        Set<VerifierKey> keys = keys();
        for (TreeRows.StoredCheckpoint stored : rows.checkpoints()) {
            if (stored.size() > head.size()) {
                if (stored.size() <= rows.head().size()) {
                    break; // signed while we read
                }
                throw bad(stored.size(), "tree_size", "a checkpoint was signed over more records than there are");
            }
            ahead.add(opened(stored, head, keys));
        }
    }

    private static Checkpoint opened(TreeRows.StoredCheckpoint stored, Head head, Set<VerifierKey> keys) {
        try {
            SignedNote note = SignedNote.parse(stored.note());
            if (note.signer(keys).isEmpty()) {
                throw bad(stored.size(), "signed_note", "is not signed with a key that is on record");
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
        while (!ahead.isEmpty() && ahead.peek().size() == tree.size()) {
            Checkpoint checkpoint = ahead.poll();
            if (!Arrays.equals(checkpoint.root(), tree.root())) {
                throw bad(checkpoint.size(), "signed_note", "was signed over other records than there are");
            }
            verified = checkpoint.size();
        }
    }

    void end(Head head) {
        if (!ahead.isEmpty()) {
            throw bad(ahead.peek().size(), "tree_size", "was not reached");
        }
        if (verified == 0 && head.origin() != null) {
            throw bad(0, "tree_size", "the log has a name, so it was signed, but no checkpoint is left");
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
                if (Json.object(row.getString(1)).get("after") instanceof Map<?, ?> after) {
                    keys.add(VerifierKey.parse(String.valueOf(after.get("key"))));
                }
            }
        }
        return keys;
    }

    private static Fault bad(long size, String column, String detail) {
        return new Fault(TABLE, size, null, column, detail);
    }
}
