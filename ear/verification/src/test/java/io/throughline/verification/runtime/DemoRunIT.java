package io.throughline.verification.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.launcher.demo.DemoRun;
import io.throughline.verification.harness.TestServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mvn -Prun} where it cannot start: one line, a status that is not zero, and nothing left behind. */
@Tag("derby")
class DemoRunIT {

    private static final Path EAR = Path.of("..").toAbsolutePath().normalize();
    private static final int ANSWER_WITHIN_SECONDS = 120;
    private static final String FIRST_HOST = "127.0.1.1";

    @TempDir
    Path folder;

    private final Map<String, String> options = new TreeMap<>();

    @BeforeEach
    void freePorts() {
        option("throughline.port", TestServer.freePort());
        option("fleet.ssh.port", TestServer.freePort());
        option("fleet.control.port", TestServer.freePort());
        option("throughline.data", "data");
        option("scenario.exit", true);
    }

    @Test
    void theServersPortIsTaken() throws Exception {
        try (ServerSocket taken = taken("127.0.0.1")) {
            option("throughline.port", taken.getLocalPort());

            assertRefused("Port " + taken.getLocalPort());
        }
    }

    @Test
    void thePortOfTheFleetsControlIsTaken() throws Exception {
        try (ServerSocket taken = taken("127.0.0.1")) {
            option("fleet.control.port", taken.getLocalPort());

            assertRefused("-Dfleet.control.port");
        }
    }

    @Test
    void thePortOfTheFleetsServersIsTaken() throws Exception {
        try (ServerSocket taken = taken(FIRST_HOST)) {
            option("fleet.ssh.port", taken.getLocalPort());

            assertRefused("-Dfleet.ssh.port");
        }
    }

    @Test
    void thePortOfAFrontDoorIsTaken() throws Exception {
        try (ServerSocket taken = taken("127.0.0.1")) {
            scenario("services: [{name: shop, frontDoor: {port: " + taken.getLocalPort() + "}}]");

            assertRefused("front door of shop");
        }
    }

    @Test
    void theDataFolderCannotBeWritten() throws Exception {
        scenario("");
        Files.writeString(folder.resolve("file"), "no folder");
        option("throughline.data", "file/data");

        assertRefused("data folder");
    }

    @Test
    void theScenarioIsNotThere() throws Exception {
        option("scenario", "nowhere.yaml");

        assertRefused(folder.resolve("nowhere.yaml").toString());
    }

    @Test
    void theScenarioHasErrorsAndEachIsTold() throws Exception {
        scenario("colour: red\nworld: {gateway: bronze}");

        Answer answer = run();

        assertThat(answer.status()).isNotZero();
        assertThat(answer.output())
                .contains("cannot be played")
                .contains("colour")
                .contains("gateway");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    /** Fleet and server process are under way when this comes out. */
    @Test
    void theDatabaseIsNotThere() throws Exception {
        scenario("");
        option("throughline.db.url", "jdbc:postgresql://127.0.0.1:" + TestServer.freePort() + "/none");

        assertRefused("cannot be used");
    }

    private void assertRefused(String said) throws Exception {
        Answer answer = run();

        assertThat(answer.output().strip().lines()).as(answer.output()).hasSize(1);
        assertThat(answer.output()).contains(said);
        assertThat(answer.status()).isNotZero();
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(ProcessHandle.allProcesses().map(ProcessHandle::info))
                .as("processes left")
                .noneMatch(process -> process.commandLine().orElse("").contains(folder.toString()));
    }

    private void option(String name, Object value) {
        options.put(name, value.toString());
    }

    /** A scenario in the folder that the user stands in, named as seen from there. */
    private void scenario(String world) throws IOException {
        Files.writeString(folder.resolve("small.yaml"), """
                scenario: small
                title: Small
                %s
                steps: [{step: Nothing, wait: 1ms}]
                """.formatted(world));
        option("scenario", "small.yaml");
    }

    private static ServerSocket taken(String address) throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName(address));
    }

    private record Answer(int status, String output) {}

    private Answer run() throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        options.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-cp",
                EAR.resolve("launcher/target/classes").toString(),
                DemoRun.class.getName(),
                EAR.toString(),
                folder.toString()));
        File output = Files.createTempFile(folder, "output", null).toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        boolean ended = process.waitFor(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as(Files.readString(output.toPath())).isTrue();
        return new Answer(process.exitValue(), Files.readString(output.toPath()));
    }
}
