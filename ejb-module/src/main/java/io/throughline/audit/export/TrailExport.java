package io.throughline.audit.export;

import io.throughline.audit.domain.AuditRecord;
import io.throughline.audit.proof.Checkpoint;
import io.throughline.audit.proof.SignedNote;
import io.throughline.audit.proof.TileSource;
import io.throughline.audit.proof.TreeReader;
import io.throughline.audit.proof.VerifierKey;
import io.throughline.audit.verifier.TrailFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the form that {@link TrailFile} reads: records of a tree with what proves them. */
public final class TrailExport {

    private final Writer out;
    private final TreeReader tree;
    private final Checkpoint checkpoint;
    private final boolean whole;

    /**
     * Writes the first line.
     *
     * @param whole whether every record of the tree follows, in order: then none needs a path
     */
    public TrailExport(Writer out, TileSource tiles, String note, Collection<VerifierKey> keys, boolean whole)
            throws IOException {
        this.out = out;
        this.tree = new TreeReader(tiles);
        this.checkpoint = Checkpoint.parse(SignedNote.parse(note).text());
        this.whole = whole;
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("format", TrailFile.FORMAT);
        header.put("checkpoint", note);
        header.put("keys", keys.stream().map(VerifierKey::toString).toList());
        header.put("whole", whole);
        out.write(JsonText.of(header) + "\n");
    }

    /** Size of the tree that the export is proved in. */
    public long size() {
        return checkpoint.size();
    }

    public void write(long index, AuditRecord record) {
        write(index, record, Map.of());
    }

    /** @param personal salt and value of what the record is committed to, by path; may be empty */
    public void write(long index, AuditRecord record, Map<String, Map<String, String>> personal) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("index", index);
        line.put("content", record.content());
        if (!personal.isEmpty()) {
            line.put("personal", personal);
        }
        if (!whole) {
            List<byte[]> path = tree.inclusion(index, checkpoint.size());
            line.put(
                    "path",
                    path.stream()
                            .map(hash -> Base64.getEncoder().encodeToString(hash))
                            .toList());
        }
        try {
            out.write(JsonText.of(line) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
