package io.throughline.audit.verifier;

import io.throughline.audit.proof.BrokenProof;
import io.throughline.audit.proof.Json;
import io.throughline.audit.proof.SignedNote;
import io.throughline.audit.proof.TreeHasher;
import io.throughline.audit.proof.VerifierKey;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * An evidence bundle: a zip with the records of a thread ({@value #TRAIL}), what people read of them, and a note signed
 * by the log over the digest of every file ({@value #MANIFEST}).
 */
public final class Bundle {

    public static final String TRAIL = "trail.ndjson";
    public static final String MANIFEST = "manifest.note";

    /** First line of the manifest. */
    public static final String TITLE = "throughline evidence bundle";

    private static final long MOST_BYTES = 1L << 30;

    private final Collection<VerifierKey> trusted;

    public Bundle(Collection<VerifierKey> trusted) {
        this.trusted = trusted;
    }

    /**
     * @throws BrokenProof naming the file that was touched, or the first record that is not as it was sealed
     */
    public TrailFile.Report verify(InputStream zip) throws IOException {
        Map<String, byte[]> files = read(zip);
        byte[] trail = required(files, TRAIL);
        SignedNote manifest = SignedNote.parse(new String(required(files, MANIFEST), StandardCharsets.UTF_8));
        TrailFile.Report report = new TrailFile(trusted, List.of()).verify(text(trail));
        Collection<VerifierKey> keys = trusted.isEmpty() ? keysOf(trail) : trusted;
        if (manifest.signer(keys).isEmpty()) {
            throw new BrokenProof(MANIFEST + " is not signed by the log");
        }
        List<String> lines = manifest.text().lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(TITLE)) {
            throw new BrokenProof(MANIFEST + " is no manifest of a bundle");
        }
        TreeHasher hasher = new TreeHasher();
        Map<String, byte[]> unlisted = new LinkedHashMap<>(files);
        unlisted.remove(MANIFEST);
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split(" {2}", 2);
            byte[] file = parts.length == 2 ? unlisted.remove(parts[1]) : null;
            if (file == null) {
                throw new BrokenProof("a file is missing: " + line);
            }
            if (!HexFormat.of().formatHex(hasher.plain(file)).equals(parts[0])) {
                throw new BrokenProof(parts[1] + " was changed");
            }
        }
        if (!unlisted.isEmpty()) {
            throw new BrokenProof(unlisted.keySet().iterator().next() + " was added");
        }
        return report;
    }

    private static List<VerifierKey> keysOf(byte[] trail) throws IOException {
        Map<String, Object> header = Json.object(text(trail).readLine());
        return header.get("keys") instanceof List<?> keys
                ? keys.stream()
                        .map(key -> VerifierKey.parse(String.valueOf(key)))
                        .toList()
                : List.of();
    }

    private static BufferedReader text(byte[] bytes) {
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
    }

    private static byte[] required(Map<String, byte[]> files, String name) {
        byte[] file = files.get(name);
        if (file == null) {
            throw new BrokenProof("no evidence bundle: it has no " + name);
        }
        return file;
    }

    private static Map<String, byte[]> read(InputStream in) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        long left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left));
                left -= bytes.length;
                if (left <= 0) {
                    throw new BrokenProof("the bundle is larger than a gigabyte");
                }
                if (files.put(entry.getName(), bytes) != null) {
                    throw new BrokenProof(entry.getName() + " is there twice");
                }
            }
        }
        return files;
    }
}
