package io.throughline.release.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.release.domain.PackageSignature;
import io.throughline.release.domain.Releases;
import io.throughline.release.domain.packaging.PackageArchive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages and keys on the disk. */
class PackageStoreTest {

    @TempDir
    Path data;

    private FilePackageStore store;
    private FilePackageKeys keys;

    @BeforeEach
    void openBoth() {
        store = new FilePackageStore(data.resolve("packages"));
        keys = new FilePackageKeys(data.resolve("keys"));
        keys.load();
    }

    @Test
    void aPackageIsKeptUnderItsDigestAndReadAsItCame() throws IOException {
        byte[] bytes = bytes(Releases.archive("shopping-cart", "4.2.8", false));

        PackageArchive taken = store.take(new ByteArrayInputStream(bytes));

        assertThat(data.resolve("packages").resolve(taken.digest() + ".tar.gz")).hasBinaryContent(bytes);
        try (InputStream in = store.open(taken.digest()).open()) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void whatIsNoPackageLeavesNothingBehind() throws IOException {
        byte[] broken = "no archive".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> store.take(new ByteArrayInputStream(broken))).isInstanceOf(Invalid.class);

        try (Stream<Path> files = Files.list(data.resolve("packages"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aPackageWhoseBytesWereChangedIsNotGivenOut() throws IOException {
        PackageArchive taken =
                store.take(new ByteArrayInputStream(bytes(Releases.archive("shopping-cart", "4.2.8", false))));
        Files.writeString(data.resolve("packages").resolve(taken.digest() + ".tar.gz"), "other");

        assertThatThrownBy(() -> store.open(taken.digest()))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(taken.digest());
    }

    @Test
    void aDigestIsNeverAPath() {
        assertThatThrownBy(() -> store.open("../keys/package-signing")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> store.open("0".repeat(64))).isInstanceOf(Conflict.class);
    }

    @Test
    void theProductsKeyIsReadableByItsUserOnlyAndStaysTheSame() throws IOException {
        Path file = data.resolve("keys/package-signing");
        String before = Files.readString(file);
        PackageSignature signature = keys.sign("a".repeat(64));

        FilePackageKeys again = new FilePackageKeys(data.resolve("keys"));
        again.load();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).isEqualTo(before);
        again.check("a".repeat(64), signature);
    }

    @Test
    void aSignatureHoldsForItsOwnPackageOnly() {
        PackageSignature signature = keys.sign("a".repeat(64));

        assertThatThrownBy(() -> keys.check("b".repeat(64), signature)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> keys.check("a".repeat(64), new PackageSignature("throughline", "bm8=")))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(
                        () -> keys.check("a".repeat(64), new PackageSignature("builder who left", signature.value())))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aBuildersSignatureCountsWhileTheBuildersKeyIsKnown() throws Exception {
        String digest = "c".repeat(64);
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update(PackageSignature.message(digest).getBytes(StandardCharsets.UTF_8));
        String signature = Base64.getEncoder().encodeToString(signer.sign());
        assertThatThrownBy(() -> keys.accept(digest, signature)).isInstanceOf(Invalid.class);

        Path known = data.resolve("keys/builders/ci.pub");
        Files.writeString(
                known,
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        PackageSignature taken = keys.accept(digest, signature);
        assertThat(taken.signedBy()).isEqualTo("builder ci");
        keys.check(digest, taken);

        Files.delete(known);
        assertThatThrownBy(() -> keys.check(digest, taken)).isInstanceOf(Conflict.class);
    }

    private static byte[] bytes(PackageArchive archive) throws IOException {
        try (InputStream in = archive.content().open()) {
            return in.readAllBytes();
        }
    }
}
