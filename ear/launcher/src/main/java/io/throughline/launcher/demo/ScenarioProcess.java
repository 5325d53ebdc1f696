package io.throughline.launcher.demo;

import io.throughline.launcher.LaunchRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The scenario player: a client of the public API and nothing else, so it gets a process of its own too. */
final class ScenarioProcess {

    /** From this status on the player could not so much as begin: the file is wrong, or somebody cannot be reached. */
    static final int NOT_PLAYED = 2;

    private static final String MAIN = "io.throughline.scenario.ScenarioMain";
    private static final int STOPPED_WITHIN_SECONDS = 5;

    private final DemoLayout layout;
    private final DemoSettings settings;
    private final Path fleet;
    private final Path connectorKey;
    private volatile Process running;

    ScenarioProcess(DemoLayout layout, DemoSettings settings, Path fleet, Path connectorKey) {
        this.layout = layout;
        this.settings = settings;
        this.fleet = fleet;
        this.connectorKey = connectorKey;
    }

    /**
     * What came of a play.
     *
     * @param status the player's: 0 when every step brought what was expected
     * @param afterwards what is to be looked at now, in lines
     */
    record Play(int status, List<String> afterwards) {}

    /** @throws LaunchRefused saying what is wrong with the scenario, or which port for it is taken */
    void check(String scenario) {
        try {
            Process process = new ProcessBuilder(command(List.of("--check", "--fleet", fleet.toString()), scenario))
                    .redirectErrorStream(true)
                    .start();
            running = process;
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (awaitEnd(process) != 0) {
                throw new LaunchRefused(said.strip().replaceFirst("^scenario: ", ""));
            }
        } catch (IOException failed) {
            throw notStarted(failed);
        }
    }

    Play play(String scenario) {
        try {
            Path afterwards = Files.createTempFile(fleet.getParent(), "afterwards", null);
            try {
                List<String> options = List.of(
                        "--server",
                        settings.server().localUrl().toString(),
                        "--fleet",
                        fleet.toString(),
                        "--connector-key",
                        connectorKey.toString(),
                        "--report",
                        settings.report().toString(),
                        "--pace",
                        settings.pace(),
                        "--afterwards",
                        afterwards.toString());
                running = new ProcessBuilder(command(options, scenario))
                        .inheritIO()
                        .start();
                int status = awaitEnd(running);
                return new Play(status, Files.readAllLines(afterwards));
            } finally {
                Files.deleteIfExists(afterwards);
            }
        } catch (IOException failed) {
            throw notStarted(failed);
        }
    }

    private List<String> command(List<String> options, String scenario) {
        List<String> command = new ArrayList<>(
                List.of(Java.executable(), "-XX:TieredStopAtLevel=1", "-cp", layout.scenarioClassPath(), MAIN));
        command.addAll(options);
        command.add(scenario);
        return command;
    }

    private static int awaitEnd(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static LaunchRefused notStarted(IOException failed) {
        return new LaunchRefused("The scenario player cannot be started: " + failed.getMessage() + ".", failed);
    }

    void stop() {
        ChildProcess.end(running, STOPPED_WITHIN_SECONDS);
    }
}
