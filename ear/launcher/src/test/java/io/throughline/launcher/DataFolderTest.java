package io.throughline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path temp;

    @Test
    void whatWasMadeCanBeTakenAwayAndNothingElse() throws IOException {
        Path existing = Files.createDirectory(temp.resolve("existing"));
        DataFolder data = new DataFolder(existing.resolve("a/b"));

        var created = data.create();
        assertThat(data.packages()).isDirectory();
        DataFolder.remove(created);

        assertThat(existing).isEmptyDirectory();
    }

    @Test
    void aFileInTheWayIsNamedAndNothingIsLeftBehind() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));

        assertThatThrownBy(() -> new DataFolder(file).create())
                .isInstanceOf(LaunchRefused.class)
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> new DataFolder(file.resolve("below")).create()).isInstanceOf(LaunchRefused.class);
        assertThat(temp.toFile().list()).containsExactly("file");
    }

    @Test
    void oneProcessAtATimeHoldsTheFolder() {
        DataFolder data = new DataFolder(temp);
        try (FolderLock held = FolderLock.take(data)) {
            assertThatThrownBy(() -> FolderLock.take(data))
                    .isInstanceOf(LaunchRefused.class)
                    .hasMessageContaining("Another Throughline server");
        }
        FolderLock.take(data).close();
    }

    @Test
    void aProcessFileIsBelievedOnlyForTheVeryProcessThatWroteIt() throws IOException {
        ProcessFile file = new ProcessFile(temp.resolve("pid"));
        assertThat(file.running()).isEmpty();

        file.write(URI.create("http://127.0.0.1:1"));
        assertThat(file.running())
                .get()
                .satisfies(running -> assertThat(running.process().pid())
                        .isEqualTo(ProcessHandle.current().pid()));

        Files.writeString(temp.resolve("pid"), ProcessHandle.current().pid() + " 0 http://127.0.0.1:1\n");
        assertThat(file.running()).isEmpty();
        Files.writeString(temp.resolve("pid"), "nonsense");
        assertThat(file.running()).isEmpty();
    }

    @Test
    void theTrustStoreHoldsNoAuthorityThatHasExpired() throws Exception {
        Path file = temp.resolve("config/cacerts.p12");

        TrustStore.write(file);

        var store = KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
        for (String alias : Collections.list(store.aliases())) {
            ((X509Certificate) store.getCertificate(alias)).checkValidity();
        }
    }
}
