package io.throughline.release.persistence;

import io.throughline.kernel.domain.Sha256;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.release.domain.packaging.PackageArchive;
import io.throughline.release.domain.packaging.PackageContent;
import io.throughline.release.domain.store.PackageStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A folder of files that are named by their digest. A package is written to a file of another name, forced to the disk
 * and only then renamed, so that a kill leaves no half package; what is read is compared with its name.
 */
@ApplicationScoped
class FilePackageStore implements PackageStore {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 64 << 10;

    private Path folder;

    /** For the container's proxy only. */
    FilePackageStore() {}

    @Inject
    FilePackageStore(@ConfigProperty(name = "throughline.data", defaultValue = "data") String dataFolder) {
        this(Path.of(dataFolder).resolve("packages"));
    }

    FilePackageStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public PackageArchive take(InputStream bytes) {
        try {
            Files.createDirectories(folder);
            Path arriving = Files.createTempFile(folder, "arriving-", ".tmp");
            try {
                write(bytes, arriving);
                PackageArchive archive = PackageArchive.read(PackageContent.of(arriving));
                Files.move(
                        arriving,
                        file(archive.digest()),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                force(folder);
                return archive;
            } finally {
                Files.deleteIfExists(arriving);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(InputStream bytes, Path file) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            long written = 0;
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                written += n;
                if (written > PackageArchive.LARGEST_ARCHIVE) {
                    throw Invalid.field("package", "must have at most " + PackageArchive.LARGEST_ARCHIVE + " bytes");
                }
                ByteBuffer piece = ByteBuffer.wrap(buffer, 0, n);
                while (piece.hasRemaining()) {
                    out.write(piece);
                }
            }
            out.force(true);
        }
    }

    /** Lets the renaming itself reach the disk. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public PackageContent open(String digest) {
        if (digest == null || !DIGEST.matcher(digest).matches()) {
            throw Invalid.field("package", "must be a SHA-256 of 64 lower-case hexadecimal digits");
        }
        Path file = file(digest);
        if (!Files.isRegularFile(file)) {
            throw refused("package-missing", "The package %s is not in the store.", digest);
        }
        if (!digestOf(file).equals(digest)) {
            throw refused("package-damaged", "The package %s in the store has other bytes now.", digest);
        }
        return PackageContent.of(file);
    }

    private static Conflict refused(String key, String words, String digest) {
        return new Conflict(key, words.formatted(digest), Map.of("digest", digest));
    }

    private static String digestOf(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha256 = Sha256.start();
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha256.update(buffer, 0, n);
            }
            return Sha256.hex(sha256.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String digest) {
        return folder.resolve(digest + ".tar.gz");
    }
}
