package io.throughline.audit.verifier;

import io.throughline.audit.proof.BrokenProof;
import io.throughline.audit.proof.Checkpoint;
import io.throughline.audit.proof.Json;
import io.throughline.audit.proof.ProofCheck;
import io.throughline.audit.proof.SignedNote;
import io.throughline.audit.proof.TreeBuilder;
import io.throughline.audit.proof.TreeHasher;
import io.throughline.audit.proof.VerifierKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * An exported trail: a first line with the checkpoint, then a line for each record. A whole export has every record from
 * the first on and its root is computed anew; a part of the trail has for each record the path to the root.
 */
public final class TrailFile {

    /** Value of {@code format} in the first line. */
    public static final String FORMAT = "throughline-trail/1";

    /**
     * What was verified.
     *
     * @param records how many records the file has
     * @param checkpoint the tree that they are in
     * @param key who signed that
     * @param whole whether every record of the tree is in the file
     * @param anchors how many earlier checkpoints, held by others, the file was compared with
     */
    public record Report(long records, Checkpoint checkpoint, VerifierKey key, boolean whole, int anchors) {}

    private final Collection<VerifierKey> trusted;
    private final List<Checkpoint> anchors;
    private final TreeHasher hasher = new TreeHasher();

    /**
     * @param trusted keys that the reader trusts; when empty, the keys in the file are taken at their word
     * @param anchors checkpoints that somebody else kept
     */
    public TrailFile(Collection<VerifierKey> trusted, List<Checkpoint> anchors) {
        this.trusted = trusted;
        this.anchors = anchors.stream()
                .sorted((a, b) -> Long.compare(a.size(), b.size()))
                .toList();
    }

    /**
     * @throws BrokenProof naming the first line that is not as it was sealed
     */
    public Report verify(BufferedReader file) throws IOException {
        String first = file.readLine();
        if (first == null) {
            throw new BrokenProof("the file is empty");
        }
        Map<String, Object> header = Json.object(first);
        if (!FORMAT.equals(header.get("format"))) {
            throw new BrokenProof("line 1: no export of an audit trail");
        }
        SignedNote note = SignedNote.parse(String.valueOf(header.get("checkpoint")));
        VerifierKey key = note.signer(trusted.isEmpty() ? keys(header) : trusted)
                .orElseThrow(() -> new BrokenProof(
                        trusted.isEmpty()
                                ? "the checkpoint is not signed with a key of the file"
                                : "the checkpoint is not signed with a key that you trust"));
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        boolean whole = Boolean.TRUE.equals(header.get("whole"));
        long records = whole ? whole(file, checkpoint) : part(file, checkpoint);
        return new Report(records, checkpoint, key, whole, anchors.size());
    }

    private static List<VerifierKey> keys(Map<String, Object> header) {
        List<VerifierKey> keys = new ArrayList<>();
        if (header.get("keys") instanceof List<?> texts) {
            texts.forEach(text -> keys.add(VerifierKey.parse(String.valueOf(text))));
        }
        return keys;
    }

    private long whole(BufferedReader file, Checkpoint checkpoint) throws IOException {
        TreeBuilder tree = new TreeBuilder();
        int compared = 0;
        String line;
        while ((line = file.readLine()) != null) {
            Map<String, Object> record = line(line, tree.size());
            if (index(record, tree.size()) != tree.size()) {
                throw new BrokenProof(
                        "line " + (tree.size() + 2) + ": the record of place " + tree.size() + " should stand here");
            }
            tree.append(leafOf(record, tree.size()));
            for (; compared < anchors.size() && anchors.get(compared).size() <= tree.size(); compared++) {
                same(anchors.get(compared), tree.root());
            }
        }
        if (tree.size() != checkpoint.size()) {
            throw new BrokenProof(
                    "the checkpoint is over " + checkpoint.size() + " records, the file has " + tree.size());
        }
        if (!Arrays.equals(tree.root(), checkpoint.root())) {
            throw new BrokenProof("the records are not those that the checkpoint was signed over");
        }
        if (compared < anchors.size()) {
            throw new BrokenProof("somebody holds a checkpoint over "
                    + anchors.get(compared).size() + " records; the file has " + tree.size());
        }
        return tree.size();
    }

    private long part(BufferedReader file, Checkpoint checkpoint) throws IOException {
        for (Checkpoint anchor : anchors) {
            if (anchor.size() != checkpoint.size()) {
                throw new BrokenProof("a part of the trail can be compared with a checkpoint over " + checkpoint.size()
                        + " records alone, not " + anchor.size());
            }
            same(anchor, checkpoint.root());
        }
        long records = 0;
        String line;
        while ((line = file.readLine()) != null) {
            Map<String, Object> record = line(line, records);
            long index = index(record, records);
            try {
                ProofCheck.inclusion(
                        leafOf(record, records), index, checkpoint.size(), checkpoint.root(), path(record));
            } catch (BrokenProof broken) {
                throw new BrokenProof("line " + (records + 2) + ", record " + index + ": " + broken.getMessage());
            }
            records++;
        }
        return records;
    }

    private static void same(Checkpoint anchor, byte[] root) {
        if (!Arrays.equals(anchor.root(), root)) {
            throw new BrokenProof(
                    "the first " + anchor.size() + " records are not those of the checkpoint that somebody else holds");
        }
    }

    private static Map<String, Object> line(String line, long before) {
        try {
            return Json.object(line);
        } catch (BrokenProof broken) {
            throw new BrokenProof("line " + (before + 2) + ": " + broken.getMessage());
        }
    }

    private static long index(Map<String, Object> record, long before) {
        if (record.get("index") instanceof Long index) {
            return index;
        }
        throw new BrokenProof("line " + (before + 2) + ": the record has no place");
    }

    private byte[] leafOf(Map<String, Object> record, long before) {
        if (record.get("content") instanceof String content) {
            if (record.get("personal") instanceof Map<?, ?> personal) {
                commitments(content, personal, before);
            }
            return hasher.leaf(content.getBytes(StandardCharsets.UTF_8));
        }
        if (record.get("leafHash") instanceof String hash) {
            // Gone by retention: its place in the tree is still proved.
            return Base64.getDecoder().decode(hash);
        }
        throw new BrokenProof("line " + (before + 2) + ": the record has no content");
    }

    /** Each value about a person must be the one that the record is committed to. */
    private void commitments(String content, Map<?, ?> personal, long before) {
        Map<String, Object> said = Json.object(content);
        personal.forEach((path, given) -> {
            String[] parts = String.valueOf(path).split("\\.", 2);
            Object committed =
                    parts.length == 2 && said.get(parts[0]) instanceof Map<?, ?> side ? side.get(parts[1]) : null;
            boolean same = committed instanceof Map<?, ?> map
                    && given instanceof Map<?, ?> value
                    && HexFormat.of()
                            .formatHex(hasher.plain(
                                    (value.get("salt") + "\0" + value.get("value")).getBytes(StandardCharsets.UTF_8)))
                            .equals(map.get("commitment"));
            if (!same) {
                throw new BrokenProof(
                        "line " + (before + 2) + ": " + path + " is not the value that the record is committed to");
            }
        });
    }

    private static List<byte[]> path(Map<String, Object> record) {
        if (!(record.get("path") instanceof List<?> hashes)) {
            throw new BrokenProof("there is no path to the root");
        }
        List<byte[]> path = new ArrayList<>();
        for (Object hash : hashes) {
            try {
                path.add(Base64.getDecoder().decode(String.valueOf(hash)));
            } catch (IllegalArgumentException e) {
                throw new BrokenProof("the path is not base64", e);
            }
        }
        return path;
    }
}
