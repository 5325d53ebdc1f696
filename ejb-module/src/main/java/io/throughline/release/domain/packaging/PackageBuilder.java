package io.throughline.release.domain.packaging;

import io.throughline.kernel.domain.refusal.Invalid;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * Makes a package out of a folder or out of texts. The same files give the same bytes, so that a second builder can
 * confirm the digest: entries are sorted, times are 0, the owner is 0, and no file's own rights are taken over.
 */
public final class PackageBuilder {

    private interface Source {
        InputStream open() throws IOException;
    }

    private record Member(long size, Source source) {}

    private static final int PLAIN = 0100644;
    private static final int SCRIPT = 0100755;
    private static final int UNKNOWN_SYSTEM = 255;

    private final Map<String, Member> members = new TreeMap<>();

    /** Adds every file below the folder, except those whose name begins with a dot. */
    public PackageBuilder folder(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(path -> !path.equals(folder)).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (path.startsWith(".") || path.contains("/.") || Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    continue;
                }
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw Invalid.field("package:" + path, "must be a plain file; links and devices are refused");
                }
                add(path, new Member(Files.size(file), () -> Files.newInputStream(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Adds one file with the given text. */
    public PackageBuilder file(String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(path, new Member(bytes.length, () -> new ByteArrayInputStream(bytes)));
        return this;
    }

    private void add(String path, Member member) {
        if (!PackagePath.isAllowed(path)) {
            throw Invalid.field("package:" + path, "must be a path that is " + PackagePath.ALLOWED);
        }
        members.put(path, member);
    }

    /**
     * Writes the archive and reads it back with all checks.
     *
     * @throws Invalid when what was added is no sound package; the target then does not exist
     */
    public PackageArchive writeTo(Path target) {
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
                write(out);
            }
            try {
                return PackageArchive.read(PackageContent.of(target));
            } catch (Invalid invalid) {
                Files.delete(target);
                throw invalid;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(OutputStream out) throws IOException {
        GzipParameters parameters = new GzipParameters();
        parameters.setModificationTime(0);
        parameters.setOperatingSystem(UNKNOWN_SYSTEM);
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GzipCompressorOutputStream(out, parameters), "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Map.Entry<String, Member> member : members.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(member.getKey(), TarConstants.LF_NORMAL);
                entry.setSize(member.getValue().size());
                entry.setMode(member.getKey().endsWith(".sh") ? SCRIPT : PLAIN);
                entry.setModTime(0L);
                entry.setIds(0, 0);
                entry.setNames("", "");
                tar.putArchiveEntry(entry);
                try (InputStream in = member.getValue().source().open()) {
                    in.transferTo(tar);
                }
                tar.closeArchiveEntry();
            }
        }
    }
}
