package io.throughline.verification.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.launcher.DataFolder;
import io.throughline.launcher.ServerConfiguration;
import io.throughline.launcher.ServerOption;
import io.throughline.launcher.ServerProcess;
import io.throughline.verification.harness.TestServer;
import io.throughline.verification.rest.FirstLogins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first start that is killed leaves neither a database that nobody can open nor an administrator whom nobody can be. */
@Tag("derby")
class FirstStartKilledIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path temp;

    @Test
    void whatWasKilledInTheMakingIsMadeAgain() throws Exception {
        Path data = temp.resolve("data");
        startAndKillWhenThereIs(data.resolve("database.new"), data);
        assertThat(data.resolve("database")).as("the kill hit the making").doesNotExist();

        Path password = new DataFolder(data).oneTimePassword();
        startAndKillWhenThereIs(password, data);

        try (TestServer third = TestServer.start(data, Map.of(), null)) {
            assertThat(data.resolve("database")).isDirectory();
            assertThat(data.resolve("database.new")).doesNotExist();
            FirstLogins.serveOnlyToChooseAnother(
                    third.url(), Files.readString(password).strip());
        }
    }

    private static void startAndKillWhenThereIs(Path file, Path data) throws Exception {
        Properties properties = new Properties();
        properties.setProperty(ServerOption.PORT.property(), String.valueOf(TestServer.freePort()));
        properties.setProperty(ServerOption.DATA.property(), data.toString());
        Process server = new ServerProcess(
                        TestServer.distribution(), ServerConfiguration.resolve(List.of(), properties, Map.of()))
                .start();
        try {
            await().pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(() -> Files.exists(file));
        } finally {
            server.destroyForcibly().waitFor();
        }
    }
}
