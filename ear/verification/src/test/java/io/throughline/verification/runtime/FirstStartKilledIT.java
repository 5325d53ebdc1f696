package io.throughline.verification.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.launcher.ServerConfiguration;
import io.throughline.launcher.ServerOption;
import io.throughline.launcher.ServerProcess;
import io.throughline.verification.harness.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first start that is killed leaves no database that nobody can open. */
@Tag("derby")
class FirstStartKilledIT {

    @TempDir
    Path temp;

    @Test
    void aDatabaseKilledInTheMakingIsMadeAgain() throws Exception {
        Path data = temp.resolve("data");
        Properties properties = new Properties();
        properties.setProperty(ServerOption.PORT.property(), String.valueOf(TestServer.freePort()));
        properties.setProperty(ServerOption.DATA.property(), data.toString());
        Process first = new ServerProcess(
                        TestServer.distribution(), ServerConfiguration.resolve(List.of(), properties, Map.of()))
                .start();
        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(data.resolve("database.new")) || Files.exists(data.resolve("database")));
        first.destroyForcibly().waitFor();

        try (TestServer second = TestServer.start(data, Map.of(), null)) {
            assertThat(second.process().isAlive()).isTrue();
            assertThat(data.resolve("database")).isDirectory();
            assertThat(data.resolve("database.new")).doesNotExist();
        }
    }
}
