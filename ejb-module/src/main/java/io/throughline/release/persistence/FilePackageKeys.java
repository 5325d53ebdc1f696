package io.throughline.release.persistence;

import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.release.domain.PackageSignature;
import io.throughline.release.domain.store.PackageKeys;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keys as PEM files: {@code package-signing} (the product's own, readable by its user only, made at the first start),
 * {@code package-signing.pub}, and {@code builders/<name>.pub} for each builder whose signature is taken.
 */
@ApplicationScoped
class FilePackageKeys implements PackageKeys {

    /** By whom a package is signed that came without a signature. */
    static final String OWN = "throughline";

    private static final String ALGORITHM = "Ed25519";
    private static final String PUBLIC = ".pub";

    private Path folder;
    private PrivateKey signingKey;

    /** For the container's proxy only. */
    FilePackageKeys() {}

    @Inject
    FilePackageKeys(@ConfigProperty(name = "throughline.data", defaultValue = "data") String dataFolder) {
        this(Path.of(dataFolder).resolve("keys"));
    }

    FilePackageKeys(Path folder) {
        this.folder = folder;
    }

    /** Lets the key be there from the first start on, not only from the first upload. */
    void atStart(@Observes @Initialized(ApplicationScoped.class) Object event) {
        // The container has called load() by now.
    }

    @PostConstruct
    void load() {
        try {
            Files.createDirectories(folder.resolve("builders"));
            Path file = folder.resolve("package-signing");
            if (!Files.exists(file)) {
                make(file);
            }
            signingKey = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the package signing key in " + folder + " cannot be read", e);
        }
    }

    private void make(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Files.writeString(
                folder.resolve("package-signing" + PUBLIC),
                pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        // Renamed when complete: a kill leaves no half key, and the next start makes both anew.
        Path arriving = folder.resolve("package-signing.tmp");
        Files.deleteIfExists(arriving);
        Files.createFile(arriving, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(arriving, pem("PRIVATE KEY", pair.getPrivate().getEncoded()), StandardOpenOption.WRITE);
        Files.move(arriving, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public PackageSignature sign(String digest) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(signingKey);
            signer.update(message(digest));
            return new PackageSignature(OWN, Base64.getEncoder().encodeToString(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public PackageSignature accept(String digest, String base64) {
        return keys().entrySet().stream()
                .filter(key -> holds(key.getValue(), digest, base64))
                .findFirst()
                .map(key -> new PackageSignature(key.getKey(), base64))
                .orElseThrow(() -> Invalid.field(
                        "signature",
                        "must be made over this package by a builder whose key is known; known are "
                                + (keys().isEmpty() ? "none" : String.join(", ", keys().keySet()))));
    }

    @Override
    public void check(String digest, PackageSignature signature) {
        boolean holds = Optional.ofNullable(keys().get(signature.signedBy()))
                .filter(key -> holds(key, digest, signature.value()))
                .isPresent();
        if (!holds) {
            throw new Conflict(
                    "signature-invalid",
                    "The signature by %s over the package %s does not hold, or its key is not known any more."
                            .formatted(signature.signedBy(), digest),
                    Map.of("digest", digest, "signedBy", signature.signedBy()));
        }
    }

    private static boolean holds(PublicKey key, String digest, String base64) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(message(digest));
            return verifier.verify(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }

    /** Read each time: a builder's key that was taken away counts no longer. */
    private Map<String, PublicKey> keys() {
        Map<String, PublicKey> keys = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("builders"))) {
            files.filter(file -> file.getFileName().toString().endsWith(PUBLIC)).forEach(file -> {
                String name = file.getFileName().toString();
                keys.put("builder " + name.substring(0, name.length() - PUBLIC.length()), publicKey(file));
            });
            keys.put(OWN, publicKey(folder.resolve("package-signing" + PUBLIC)));
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PublicKey publicKey(Path file) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(file + " is no Ed25519 public key in PEM", e);
        }
    }

    private static byte[] message(String digest) {
        return PackageSignature.message(digest).getBytes(StandardCharsets.UTF_8);
    }

    private static String pem(String what, byte[] encoded) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded), what);
    }

    private static byte[] read(Path pem) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(pem).replaceAll("-----[A-Z ]+-----", ""));
    }
}
