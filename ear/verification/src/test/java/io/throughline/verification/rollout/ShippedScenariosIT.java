package io.throughline.verification.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.launcher.ServerOption;
import io.throughline.verification.harness.TestDatabase;
import io.throughline.verification.harness.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scenarios that come with Throughline, played to their ends one after the other against one server and one fleet. Takes
 * minutes and the ports that the scenarios name, so that only {@code -Dit.plays=none} (nothing left out) runs it, as
 * {@code .ci/run} does.
 */
@Tag("plays")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedScenariosIT {

    private static final Path SCENARIOS = Path.of("..", "scenario", "src", "main", "scenarios");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private TestDatabase database;
    private DemoProcesses demo;
    private TestServer server;

    @BeforeAll
    void start() throws IOException {
        database = TestDatabase.start();
        demo = DemoProcesses.startFleet(folder);
        Map<ServerOption, String> options = new EnumMap<>(ServerOption.class);
        options.putAll(database.options());
        options.put(ServerOption.DEMO, "true");
        server = TestServer.start(folder.resolve("data"), options, null);
    }

    @AfterAll
    void end() {
        server.close();
        demo.close();
        database.close();
    }

    /** On Derby it is played as newcomers play it, by {@code mvn -Prun}. */
    @Test
    @Tag("postgresql")
    void usersReportThatTheyCannotOrderTwice() throws Exception {
        play("ps006");
        assertThat(Files.readString(folder.resolve("report/ps006.json")))
                .as("the first time, every loop has something to run over")
                .doesNotContain("there was none");
        play("ps006");
    }

    @Test
    @Tag("derby")
    void aRolloutIsMadeReadyForWhoeverWatchesTwice() throws Exception {
        play("ready-rollout");
        play("ready-rollout");
    }

    @Test
    @Tag("derby")
    void aPlannedMajorChangeInItsWindow() throws Exception {
        play("planned-change");
    }

    @Test
    @Tag("derby")
    void aWaveFailsAndIsRolledBack() throws Exception {
        play("failed-wave");
    }

    @Test
    @Tag("derby")
    void anIncidentWithoutAnyServer() throws Exception {
        play("incident-without-servers");
    }

    @Test
    @Tag("derby")
    void manyServersAndManyCallers() throws Exception {
        play(Path.of("src", "test", "resources", "plays", "many.yaml"));
    }

    @Test
    void serversAreHeldAgainstWhatWasAuthorized() throws Exception {
        play("configuration-audit");
    }

    private void play(String scenario) throws Exception {
        play(SCENARIOS.resolve(scenario + ".yaml"));
    }

    private void play(Path scenario) throws Exception {
        assertThat(demo.play(server, folder.resolve("data"), scenario))
                .contains("every step brought what was expected");
    }
}
