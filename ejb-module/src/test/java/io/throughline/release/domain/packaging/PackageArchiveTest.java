package io.throughline.release.domain.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.refusal.Invalid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageArchiveTest {

    /** Bytes that unpack from a few thousand. */
    private static final int BOMB = 4 << 20;

    @TempDir
    Path folder;

    @Test
    void readsWhatTheBuilderMade() throws Exception {
        Path target = folder.resolve("cart.tar.gz");

        PackageArchive built = sound().writeTo(target);

        byte[] bytes = Files.readAllBytes(target);
        assertThat(built.digest())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat(PackageArchive.read(PackageContent.of(bytes)).digest()).isEqualTo(built.digest());
        assertThat(built.manifest().product()).isEqualTo("shopping-cart");
        assertThat(built.levelScript()).isEqualTo("echo 4.2.8\n");
        assertThat(built.files())
                .containsOnlyKeys(
                        "manifest.json", "s/level.sh", "s/install.sh", "s/verify.sh", "s/rollback.sh", "p/cart");
    }

    @Test
    void hasTheSameDigestWhoeverBuildsItAndWhen() throws IOException {
        Path one = Files.createDirectories(folder.resolve("one"));
        Path two = Files.createDirectories(folder.resolve("two"));
        for (Path source : new Path[] {one, two}) {
            Files.createDirectories(source.resolve("s"));
            Files.writeString(source.resolve("manifest.json"), PackageManifestTest.COMPLETE);
            for (String step : new String[] {"verify", "rollback", "level", "install"}) {
                Files.writeString(source.resolve("s/" + step + ".sh"), "echo 4.2.8\n");
            }
        }
        Files.setLastModifiedTime(two.resolve("manifest.json"), FileTime.fromMillis(86_400_000));
        assertThat(two.resolve("s/level.sh").toFile().setExecutable(true)).isTrue();
        Files.writeString(two.resolve(".hidden"), "not part of it");

        assertThat(new PackageBuilder()
                        .folder(one)
                        .writeTo(folder.resolve("1.tar.gz"))
                        .digest())
                .isEqualTo(new PackageBuilder()
                        .folder(two)
                        .writeTo(folder.resolve("2.tar.gz"))
                        .digest());
    }

    @Test
    void isRefusedWhenAScriptIsMissing() {
        Path target = folder.resolve("x.tar.gz");

        assertThatThrownBy(() -> new PackageBuilder()
                        .file("manifest.json", PackageManifestTest.COMPLETE)
                        .file("s/level.sh", "echo 1\n")
                        .file("s/install.sh", "")
                        .writeTo(target))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(Invalid.FieldError::field)
                                .containsExactlyInAnyOrder("scripts.install", "scripts.verify", "scripts.rollback"));
        assertThat(target).doesNotExist();
    }

    @Test
    void tellsTheDigestOfEveryFileThatLiesOnAHostAfterwards() {
        String manifest = PackageManifestTest.COMPLETE.replace(
                "\"restart\"", "\"files\": {\"/opt/cart/cart\": \"p/cart\"}, \"restart\"");

        PackageArchive archive = sound().file("manifest.json", manifest).writeTo(folder.resolve("f.tar.gz"));

        assertThat(archive.hostFiles())
                .containsOnly(java.util.Map.entry(
                        "/opt/cart/cart", "239f59ed55e737c77147cf55ad0c1b030b6d7ee748a7426952f9b852d5a935e5"));
    }

    @Test
    void isRefusedWhenAFileOfTheHostIsNotInIt() {
        String manifest = PackageManifestTest.COMPLETE.replace(
                "\"restart\"", "\"files\": {\"cart/a\": \"p/nothing\", \"../b\": \"p/cart\"}, \"restart\"");

        assertThatThrownBy(() -> sound().file("manifest.json", manifest).writeTo(folder.resolve("g.tar.gz")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("files.../b must be a path on the host");
    }

    @Test
    void isRefusedWithoutManifest() {
        assertRefused(tar(entry("readme", TarConstants.LF_NORMAL)), "must hold a manifest.json at its top");
    }

    @Test
    void isRefusedWithPathsThatLeadOutside() {
        for (String path : new String[] {"/etc/passwd", "../x", "a/../../x", "a//b", "-rf", "a b", "a\nb", "a/./b"}) {
            assertRefused(tar(entry(path, TarConstants.LF_NORMAL)), "must be a path that is");
        }
    }

    @Test
    void isRefusedWithLinksAndDevices() {
        for (byte kind :
                new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_CHR, TarConstants.LF_FIFO}) {
            assertRefused(tar(entry("x", kind)), "package:x must be a plain file or a folder");
            assertRefused(tar(entry("x/", kind)), "package:x");
        }
    }

    @Test
    void isRefusedWhenAPathIsThereTwice() {
        assertRefused(
                tar(entry("x", TarConstants.LF_NORMAL), entry("./x", TarConstants.LF_NORMAL)),
                "package:x must be in the package once only");
    }

    @Test
    void isRefusedWithAFolderThatHasBytes() {
        for (String path : new String[] {"padded/", "./"}) {
            TarArchiveEntry padded = entry(path, TarConstants.LF_DIR);
            padded.setSize(BOMB);

            assertRefused(tar(padded), "must be a folder without bytes of its own");
        }
    }

    @Test
    void isRefusedWithANameThatIsABomb() {
        TarArchiveEntry name = entry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
        name.setSize(BOMB);

        assertRefused(tar(name), "bytes of headers for an entry");
    }

    @Test
    void isRefusedWhenItIsCutOrNoArchive() throws IOException {
        Path target = folder.resolve("cut.tar.gz");
        sound().writeTo(target);
        byte[] bytes = Files.readAllBytes(target);

        assertRefused(Arrays.copyOf(bytes, bytes.length / 2), "must be a complete .tar.gz archive");
        assertRefused("hello".getBytes(StandardCharsets.UTF_8), "must be a complete .tar.gz archive");
        assertRefused(new byte[0], "must be a complete .tar.gz archive");
    }

    @Test
    void isRefusedWithMoreEntriesThanAnybodyNeeds() {
        TarArchiveEntry[] many = new TarArchiveEntry[PackageArchive.MOST_ENTRIES + 1];
        Arrays.setAll(many, i -> entry("f" + i, TarConstants.LF_NORMAL));

        assertRefused(tar(many), "must have at most 10000 entries");
    }

    static PackageBuilder sound() {
        return new PackageBuilder()
                .file("manifest.json", PackageManifestTest.COMPLETE)
                .file("s/level.sh", "echo 4.2.8\n")
                .file("s/install.sh", "exit 0\n")
                .file("s/verify.sh", "exit 0\n")
                .file("s/rollback.sh", "exit 0\n")
                .file("p/cart", "payload");
    }

    private static void assertRefused(byte[] archive, String message) {
        assertThatThrownBy(() -> PackageArchive.read(PackageContent.of(archive)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(message);
    }

    private static TarArchiveEntry entry(String path, byte kind) {
        TarArchiveEntry entry = new TarArchiveEntry(path, kind, true);
        if (kind == TarConstants.LF_SYMLINK || kind == TarConstants.LF_LINK) {
            entry.setLinkName("/etc/passwd");
        }
        return entry;
    }

    private static byte[] tar(TarArchiveEntry... entries) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            OutputStream packed = new GZIPOutputStream(bytes);
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
                for (TarArchiveEntry entry : entries) {
                    tar.putArchiveEntry(entry);
                    // a folder gets its bytes past the writer, which would not put them there
                    (entry.isDirectory() ? packed : tar).write(new byte[(int) entry.getSize()]);
                    tar.closeArchiveEntry();
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
