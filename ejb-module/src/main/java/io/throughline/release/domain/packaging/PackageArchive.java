package io.throughline.release.domain.packaging;

import io.throughline.kernel.domain.Rationed;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.domain.refusal.Invalid.FieldError;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * A release package that was read to its end and found to be sound: only plain files and folders inside it, a manifest
 * without errors, every script that the manifest names. Nothing is ever unpacked to disk here.
 */
public final class PackageArchive {

    /** Bounds against archives that are made to exhaust their reader. */
    public static final long LARGEST_ARCHIVE = 256L << 20;

    public static final long LARGEST_UNPACKED = 1L << 30;
    public static final int MOST_ENTRIES = 10_000;
    /** The level script travels as an argument, the manifest is held in memory. */
    public static final int LARGEST_SCRIPT = 32 << 10;

    private static final int LARGEST_MANIFEST = 64 << 10;
    /** Headers, long names and padding from the end of one entry to the data of the next. */
    private static final long LARGEST_HEADERS = 1 << 20;

    private static final String FIELD = "package";

    private final PackageContent content;
    private final long size;
    private final String digest;
    private final PackageManifest manifest;
    private final Map<String, Long> files;
    private final String levelScript;
    private final Map<String, String> hostFiles;

    private PackageArchive(PackageContent content, long size, String digest, Contents contents) {
        this.content = content;
        this.size = size;
        this.digest = digest;
        this.manifest = contents.manifest;
        this.files = new LinkedHashMap<>(contents.files);
        this.levelScript = contents.small.get(manifest.scripts().get(PackageStep.LEVEL));
        Map<String, String> digests = new TreeMap<>();
        manifest.files().forEach((onHost, inPackage) -> digests.put(onHost, contents.digests.get(inPackage)));
        this.hostFiles = Collections.unmodifiableMap(digests);
    }

    /**
     * Reads and checks a package.
     *
     * @throws Invalid naming what is wrong: {@code package} for the archive, {@code package:<path>} for an entry of it,
     *     the field's path for the manifest
     * @throws UncheckedIOException when the content cannot be read at all
     */
    public static PackageArchive read(PackageContent content) {
        try {
            long size = content.size();
            if (size > LARGEST_ARCHIVE) {
                throw Invalid.field(FIELD, "must have at most " + LARGEST_ARCHIVE + " bytes");
            }
            MessageDigest sha256 = sha256();
            // The digest below the buffer: gzip goes back in what it reads, and no byte may count twice.
            try (InputStream in = new BufferedInputStream(new DigestInputStream(content.open(), sha256))) {
                Contents contents = new Contents();
                contents.readAll(in);
                in.transferTo(OutputStream.nullOutputStream());
                contents.check();
                return new PackageArchive(content, size, HexFormat.of().formatHex(sha256.digest()), contents);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public PackageManifest manifest() {
        return manifest;
    }

    /** SHA-256 of the archive's bytes, 64 lower-case hexadecimal digits. */
    public String digest() {
        return digest;
    }

    /** Bytes of the archive. */
    public long size() {
        return size;
    }

    public PackageContent content() {
        return content;
    }

    /** Path and size in bytes of every file, in the archive's order. */
    public Map<String, Long> files() {
        return Map.copyOf(files);
    }

    /** SHA-256 of every file that lies on a host afterwards, by its path there, sorted. */
    public Map<String, String> hostFiles() {
        return hostFiles;
    }

    /** Text of the level script, which works without the rest of the package. */
    public String levelScript() {
        return levelScript;
    }

    @Override
    public String toString() {
        return manifest.product() + " " + manifest.version() + " sha256:" + digest;
    }

    /** What one pass over the archive collects. */
    private static final class Contents {

        private final Map<String, Long> files = new LinkedHashMap<>();
        private final Map<String, String> digests = new HashMap<>();
        /** Files small enough to be scripts or manifest, as text; the others are only counted. */
        private final Map<String, String> small = new LinkedHashMap<>();

        private PackageManifest manifest;
        private long unpacked;
        private int entries;

        void readAll(InputStream in) throws IOException {
            try {
                Rationed rationed = new Rationed(new GzipCompressorInputStream(in, true), LARGEST_HEADERS, tooLarge());
                TarArchiveInputStream tar = new TarArchiveInputStream(rationed);
                for (TarArchiveEntry entry = next(tar, rationed); entry != null; entry = next(tar, rationed)) {
                    rationed.grant(LARGEST_UNPACKED - unpacked + LARGEST_HEADERS);
                    entry(entry, tar);
                }
            } catch (IOException | IllegalArgumentException e) {
                // commons-compress reports what is malformed by either of them
                throw notAnArchive(e);
            }
        }

        /** The reader goes over headers and long names by itself; what is small when packed may be endless there. */
        private static TarArchiveEntry next(TarArchiveInputStream tar, Rationed rationed) throws IOException {
            rationed.grant(LARGEST_HEADERS);
            return tar.getNextEntry();
        }

        private static Invalid tooLarge() {
            return Invalid.field(
                    FIELD,
                    "must have at most %d bytes when unpacked, and %d bytes of headers for an entry"
                            .formatted(LARGEST_UNPACKED, LARGEST_HEADERS));
        }

        private void entry(TarArchiveEntry entry, InputStream data) throws IOException {
            if (++entries > MOST_ENTRIES) {
                throw Invalid.field(FIELD, "must have at most " + MOST_ENTRIES + " entries");
            }
            String path = entry.getName().replaceFirst("^(\\./)+", "");
            boolean folder = entry.getLinkFlag() == TarConstants.LF_DIR;
            if (folder) {
                path = path.replaceFirst("/$", "");
                if (entry.getSize() != 0) {
                    throw Invalid.field(FIELD + ":" + shown(path), "must be a folder without bytes of its own");
                }
                if (path.isEmpty() || path.equals(".")) {
                    return;
                }
            }
            if (!PackagePath.isAllowed(path)) {
                throw Invalid.field(FIELD + ":" + shown(path), "must be a path that is " + PackagePath.ALLOWED);
            }
            if (!folder && !isPlainFile(entry)) {
                throw Invalid.field(
                        FIELD + ":" + path, "must be a plain file or a folder; links and devices are refused");
            }
            if (!folder && files.containsKey(path)) {
                throw Invalid.field(FIELD + ":" + path, "must be in the package once only");
            }
            if (!folder) {
                file(path, data);
            }
        }

        /** Asks for the kind itself: what the entry says of a device or of a link named "x/" is more generous. */
        private static boolean isPlainFile(TarArchiveEntry entry) {
            byte kind = entry.getLinkFlag();
            return (kind == TarConstants.LF_NORMAL || kind == TarConstants.LF_OLDNORM) && !entry.isSparse();
        }

        private void file(String path, InputStream data) throws IOException {
            MessageDigest sha256 = sha256();
            byte[] head = data.readNBytes(LARGEST_MANIFEST + 1);
            sha256.update(head);
            long length = head.length;
            byte[] buffer = new byte[16 << 10];
            for (int n = 0; n >= 0 && unpacked + length <= LARGEST_UNPACKED; n = data.read(buffer)) {
                sha256.update(buffer, 0, n);
                length += n;
            }
            unpacked += length;
            if (unpacked > LARGEST_UNPACKED) {
                throw tooLarge();
            }
            files.put(path, length);
            digests.put(path, HexFormat.of().formatHex(sha256.digest()));
            if (length <= LARGEST_MANIFEST && small.size() < 256) {
                small.put(path, new String(head, StandardCharsets.UTF_8));
            }
        }

        void check() {
            if (!files.containsKey(PackageManifest.FILE)) {
                throw Invalid.field(FIELD, "must hold a " + PackageManifest.FILE + " at its top");
            }
            if (!small.containsKey(PackageManifest.FILE)) {
                throw Invalid.field(
                        FIELD + ":" + PackageManifest.FILE, "must have at most " + LARGEST_MANIFEST + " bytes");
            }
            manifest = PackageManifest.parse(small.get(PackageManifest.FILE));
            List<FieldError> errors = new ArrayList<>();
            manifest.scripts().forEach((step, path) -> {
                Long length = files.get(path);
                if (length == null) {
                    errors.add(
                            new FieldError("scripts." + step.word(), "must name a file of the package, not " + path));
                } else if (length > LARGEST_SCRIPT || length == 0 || !small.containsKey(path)) {
                    errors.add(new FieldError(
                            "scripts." + step.word(), "must name a script of 1 to " + LARGEST_SCRIPT + " bytes"));
                } else if (small.get(path).indexOf('\0') >= 0) {
                    errors.add(new FieldError("scripts." + step.word(), "must be text, without the character NUL"));
                }
            });
            manifest.files().forEach((onHost, inPackage) -> {
                if (!files.containsKey(inPackage)) {
                    errors.add(new FieldError("files." + onHost, "must name a file of the package, not " + inPackage));
                }
            });
            if (!errors.isEmpty()) {
                throw new Invalid(errors);
            }
        }

        private static Invalid notAnArchive(Exception cause) {
            return Invalid.field(FIELD, "must be a complete .tar.gz archive (" + shown(cause.getMessage()) + ")");
        }

        private static String shown(String text) {
            String clean = String.valueOf(text).replaceAll("\\p{Cntrl}", "?");
            return clean.length() > 120 ? clean.substring(0, 120) + "…" : clean;
        }
    }
}
