package io.throughline.batch.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshIdentityTest {

    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndReadableByItsOwnerAlone() throws IOException {
        Path file = folder.resolve("ssh/id_ed25519");

        SshIdentity made = SshIdentity.loadOrCreate(file);
        SshIdentity loaded = SshIdentity.loadOrCreate(file);

        assertThat(made.publicKeyLine()).startsWith("ssh-ed25519 AAAA").isEqualTo(loaded.publicKeyLine());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file).content().startsWith("-----BEGIN OPENSSH PRIVATE KEY-----");
        assertThat(folder.resolve("ssh/id_ed25519.pub")).hasContent(made.publicKeyLine());
        try (var files = Files.list(folder.resolve("ssh"))) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void isNotReplacedWhenTheFileIsDamaged() throws IOException {
        Path file = Files.writeString(folder.resolve("id_ed25519"), "no key");

        assertThatThrownBy(() -> SshIdentity.loadOrCreate(file)).isInstanceOf(UncheckedIOException.class);
        assertThat(file).hasContent("no key");
    }
}
