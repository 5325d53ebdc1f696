package io.throughline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioMainTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return ScenarioMain.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ps006",
                "planned-change",
                "failed-wave",
                "incident-without-servers",
                "configuration-audit",
                "ready-rollout"
            })
    void aShippedScenarioIsKnownByItsName(String name) {
        assertThat(run("--check", name)).as(errors()).isZero();
    }

    @Test
    void aBadFileEndsWithTwoAndAllThatIsWrong() throws IOException {
        Path file = directory.resolve("bad.yaml");
        Files.writeString(file, "scenario: Bad Name\nsteps: [{step: x, wait: long}]\n");

        assertThat(run(file.toString())).isEqualTo(2);
        assertThat(errors().lines()).hasSize(4);
        assertThat(errors()).contains("/scenario").contains("title").contains("line 2, /steps/0/wait");
    }

    @Test
    void aBadCommandLineEndsWithTwoAndTheUsage() {
        assertThat(run("--fleet")).isEqualTo(2);
        assertThat(run("--colour", "red", "ps006")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("--pace", "slowly", "ps006")).isEqualTo(2);
        assertThat(run("--administrator-password-file", "nowhere", "ps006")).isEqualTo(2);
        assertThat(errors())
                .contains("usage:")
                .contains("--fleet needs a value")
                .contains("unknown argument --colour");
    }

    @Test
    void aServerThatIsNotThereEndsWithThree() throws IOException {
        Path file = directory.resolve("good.yaml");
        Files.writeString(file, "scenario: good\ntitle: Good\nsteps: [{step: x, wait: 1ms}]\n");
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }

        assertThat(run("--server", "http://127.0.0.1:" + nobody, file.toString()))
                .isEqualTo(3);
        assertThat(errors()).contains("http://127.0.0.1:" + nobody);
    }

    @Test
    void aFleetThatDoesNotRunEndsWithThree() {
        assertThat(run("--fleet", directory.toString(), "ps006")).isEqualTo(3);
        assertThat(errors()).contains("no fleet runs in " + directory);
    }
}
