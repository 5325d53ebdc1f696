package io.throughline.audit.sealing;

import io.throughline.audit.proof.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The key that signs checkpoints, in {@code keys/audit} of the data folder, where nobody gets at it with the database's
 * password; the verifier key lies beside it in {@code keys/audit.pub}. Made at the first checkpoint. Another key in its
 * place, or another node's, is as good: each is written into the trail before it is used.
 */
@ApplicationScoped
public class SealingKey implements Sealer.KeyFor {

    private SigningKey key;

    @Override
    public synchronized SigningKey log(String origin) {
        if (key == null) {
            key = loadOrCreate(file(), origin);
        }
        return key;
    }

    static SigningKey loadOrCreate(Path file, String origin) {
        try {
            if (!Files.exists(file)) {
                create(file, SigningKey.generate(origin == null ? newName() : origin));
            }
            return SigningKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path file, SigningKey made) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path aside = Files.createTempFile(
                folder,
                ".key",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(aside, made.text());
            // A link fails where a move would replace: whoever comes second takes the key of the first.
            Files.createLink(file, aside);
            Files.writeString(file.resolveSibling(file.getFileName() + ".pub"), made.verifier() + "\n");
        } catch (FileAlreadyExistsException somebodyWasFaster) {
            // their key is the one to load
        } finally {
            Files.delete(aside);
        }
    }

    private static String newName() {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        return ConfigProvider.getConfig()
                .getOptionalValue("throughline.audit.origin", String.class)
                .filter(given -> !given.isBlank())
                .orElseGet(() -> "throughline/" + HexFormat.of().formatHex(random));
    }

    private static Path file() {
        return Path.of(ConfigProvider.getConfig()
                        .getOptionalValue("throughline.data", String.class)
                        .orElse("throughline-data"))
                .resolve("keys/audit");
    }
}
