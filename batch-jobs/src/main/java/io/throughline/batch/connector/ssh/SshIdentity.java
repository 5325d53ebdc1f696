package io.throughline.batch.connector.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * The key pair with which Throughline logs in: an Ed25519 key in a file that OpenSSH can use as well. It is made at the
 * first start and readable by its owner alone.
 */
public final class SshIdentity {

    private static final String COMMENT = "throughline";

    private final KeyPair keyPair;

    private SshIdentity(KeyPair keyPair) {
        this.keyPair = keyPair;
    }

    /**
     * Reads the private key, or makes one when there is no such file. Two that do so at the same moment end with the
     * same key. The public key lies beside it, its name ending in {@code .pub}.
     *
     * @throws UncheckedIOException when the file is no unencrypted OpenSSH private key or the folder cannot be written
     */
    public static SshIdentity loadOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new UncheckedIOException(new IOException(file + " holds no key that can be used", e));
        }
    }

    /** The line that a host needs in its {@code authorized_keys}. */
    public String publicKeyLine() {
        return PublicKeyEntry.toString(keyPair.getPublic()) + " " + COMMENT;
    }

    KeyPair keyPair() {
        return keyPair;
    }

    private static SshIdentity load(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(
                    null, NamedResource.ofName(file.toString()), in, FilePasswordProvider.EMPTY);
            if (pairs != null && pairs.iterator().hasNext()) {
                return new SshIdentity(pairs.iterator().next());
            }
        }
        throw new IOException(file + " holds no private key");
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        KeyPair pair = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        ByteArrayOutputStream secret = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, COMMENT, null, secret);
        Path aside = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                ".key",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(aside, secret.toByteArray());
            // A link fails where a move would replace: whoever comes second takes the key of the first.
            Files.createLink(file, aside);
            Files.writeString(
                    file.resolveSibling(file.getFileName() + ".pub"),
                    PublicKeyEntry.toString(pair.getPublic()) + " " + COMMENT + "\n");
        } catch (FileAlreadyExistsException somebodyWasFaster) {
            // their key is the one to load
        } finally {
            Files.delete(aside);
        }
    }
}
