package io.throughline.fleet.host;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.loader.openssh.OpenSSHKeyPairResourceParser;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.io.resource.PathResource;

/**
 * An Ed25519 host key in OpenSSH's format, made at first need.
 *
 * <p>The public half lies beside it, so that a fleet of a thousand knows its keys without parsing a thousand private ones.
 */
final class HostKey {

    private final Path file;
    private final String comment;
    private volatile KeyPair pair;

    HostKey(Path file, String comment) {
        this.file = file;
        this.comment = comment;
    }

    /** As a line of {@code known_hosts} without the host: type and base64. */
    String publicKey() throws IOException {
        Path publicFile = publicFile();
        if (!Files.exists(publicFile)) {
            pair();
        }
        return Files.readString(publicFile).strip();
    }

    synchronized KeyPair pair() throws IOException {
        if (pair == null) {
            try {
                pair = Files.exists(file) ? read() : create();
            } catch (GeneralSecurityException e) {
                throw new IOException("host key " + file + " cannot be used: " + e.getMessage(), e);
            }
        }
        return pair;
    }

    private KeyPair read() throws IOException, GeneralSecurityException {
        return OpenSSHKeyPairResourceParser.INSTANCE
                .loadKeyPairs(null, new PathResource(file), null)
                .iterator()
                .next();
    }

    private KeyPair create() throws IOException, GeneralSecurityException {
        KeyPair made = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(made, comment, null, out);
        }
        Files.writeString(publicFile(), PublicKeyEntry.toString(made.getPublic()) + '\n');
        return made;
    }

    private Path publicFile() {
        return file.resolveSibling(file.getFileName() + ".pub");
    }
}
