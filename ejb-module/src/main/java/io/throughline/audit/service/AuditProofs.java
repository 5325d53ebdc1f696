package io.throughline.audit.service;

import io.throughline.audit.domain.AuditRecord;
import io.throughline.audit.proof.BrokenProof;
import io.throughline.audit.proof.Checkpoint;
import io.throughline.audit.proof.SignedNote;
import io.throughline.audit.proof.TreeReader;
import io.throughline.audit.proof.VerifierKey;
import io.throughline.audit.sealing.Head;
import io.throughline.audit.sealing.TreeRows;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.domain.refusal.NotFound;
import io.throughline.kernel.persistence.ThroughlineDataSource;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Serves what outsiders check the trail with: checkpoints, entries, and proofs from the stored tree. */
@Stateless
public class AuditProofs {

    @Inject
    EntityManager entities;

    @Inject
    LogKeys keys;

    @Resource(lookup = ThroughlineDataSource.JNDI_NAME)
    private DataSource dataSource;

    /**
     * One sealed record.
     *
     * @param index place in the tree
     * @param auditId id of the record
     * @param content canonical JSON; its bytes in UTF-8 are the leaf's data
     * @param digest SHA-256 of them, hexadecimal
     * @param leafHash hash of the leaf, base64
     */
    public record Entry(long index, long auditId, String content, String digest, String leafHash) {}

    /** That a leaf stands in the tree of this size; hashes in base64, from the leaf's sibling up. */
    public record Inclusion(long index, long size, String leafHash, String root, List<String> path) {}

    /** That the tree of size {@code from} is the beginning of the tree of size {@code to}; hashes in base64. */
    public record Consistency(long from, long to, String fromRoot, String toRoot, List<String> path) {}

    /** The newest signed note; empty before the first record was sealed. */
    public Optional<String> checkpoint() {
        return read(rows -> rows.newestCheckpoint().map(TreeRows.StoredCheckpoint::note));
    }

    /** The newest checkpoint's content. */
    public Optional<Checkpoint> newest() {
        return checkpoint().map(note -> Checkpoint.parse(SignedNote.parse(note).text()));
    }

    /** Keys that checkpoints were signed with, the newest last. */
    public List<VerifierKey> keys() {
        return List.copyOf(keys.known());
    }

    public Entry entry(long index) {
        AuditRecord record = entities.createQuery(
                        "SELECT r FROM AuditLeaf l, AuditRecord r WHERE r.id = l.auditId AND l.index = :index",
                        AuditRecord.class)
                .setParameter("index", index)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFound("sealed record at place", index));
        String leaf = read(rows -> text(new TreeReader(rows).leafHash(index)));
        return new Entry(index, record.id(), record.content(), record.digest(), leaf);
    }

    /** @param size of the tree to prove in; null for the newest checkpoint's */
    public Inclusion inclusion(long index, Long size) {
        return read(rows -> {
            long in = size == null ? signed(rows) : size;
            within("size", in, rows.head());
            if (index < 0 || index >= in) {
                throw new NotFound("record in the tree of " + in + " at place", index);
            }
            TreeReader tree = new TreeReader(rows);
            return new Inclusion(
                    index, in, text(tree.leafHash(index)), text(tree.root(in)), texts(tree.inclusion(index, in)));
        });
    }

    /** @param to size of the larger tree; null for the newest checkpoint's */
    public Consistency consistency(long from, Long to) {
        return read(rows -> {
            long larger = to == null ? signed(rows) : to;
            within("to", larger, rows.head());
            if (from < 1 || from > larger) {
                throw Invalid.field("from", "must be a size from 1 to " + larger);
            }
            TreeReader tree = new TreeReader(rows);
            return new Consistency(
                    from,
                    larger,
                    text(tree.root(from)),
                    text(tree.root(larger)),
                    texts(tree.consistency(from, larger)));
        });
    }

    private static long signed(TreeRows rows) throws SQLException {
        return rows.newestCheckpoint()
                .map(TreeRows.StoredCheckpoint::size)
                .orElseThrow(() -> new NotFound("checkpoint of", "the trail"));
    }

    private static void within(String field, long size, Head head) {
        if (size < 1 || size > head.size()) {
            throw Invalid.field(field, "must be a size from 1 to " + head.size());
        }
    }

    private static String text(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    private static List<String> texts(List<byte[]> hashes) {
        return hashes.stream().map(AuditProofs::text).toList();
    }

    /** Something to read from the tree's rows. */
    private interface Reading<T> {
        T from(TreeRows rows) throws SQLException;
    }

    private <T> T read(Reading<T> reading) {
        try (Connection connection = dataSource.getConnection()) {
            return reading.from(new TreeRows(connection));
        } catch (SQLException | BrokenProof e) {
            throw new IllegalStateException(e);
        }
    }
}
