package io.throughline.launcher.demo;

import io.throughline.launcher.LaunchRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The scenario player: a client of the public API and nothing else, so it gets a process of its own too. */
final class ScenarioProcess {

    private static final String MAIN = "io.throughline.scenario.ScenarioMain";

    private ScenarioProcess() {}

    /** @return the player's exit status: 0 when every step brought what was expected */
    static int play(DemoLayout layout, DemoSettings settings, Path fleet, Path connectorKey) {
        List<String> command = new ArrayList<>(List.of(
                Java.executable(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                layout.scenarioClassPath(),
                MAIN,
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
                settings.scenario()));
        try {
            Process player = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(player::destroy, "end-player"));
            return player.waitFor();
        } catch (IOException failed) {
            throw new LaunchRefused("The scenario player cannot be started: " + failed.getMessage() + ".", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
