package io.throughline.verification.rollout;

import io.throughline.fleet.FleetMain;
import io.throughline.scenario.ScenarioMain;
import io.throughline.verification.harness.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The demo fleet and the scenario player as the processes of their own that they are. */
final class DemoProcesses implements AutoCloseable {

    private static final long LONGEST_PLAY_MINUTES = 5;

    private final Path folder;
    private final Path fleetFolder;
    private final Process fleet;

    private DemoProcesses(Path folder, Path fleetFolder, Process fleet) {
        this.folder = folder;
        this.fleetFolder = fleetFolder;
        this.fleet = fleet;
    }

    /** Starts an empty fleet, which ends with this process. */
    static DemoProcesses startFleet(Path folder) throws IOException {
        Path fleetFolder = Files.createDirectories(folder.resolve("fleet"));
        Process fleet = java(
                folder.resolve("fleet.log"),
                FleetMain.class,
                "--directory",
                fleetFolder.toString(),
                "--control-port",
                "0",
                "--ssh-port",
                String.valueOf(TestServer.freePort()),
                "--with-process",
                String.valueOf(ProcessHandle.current().pid()));
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> Files.readString(folder.resolve("fleet.log")).contains("fleet ready"));
        return new DemoProcesses(folder, fleetFolder, fleet);
    }

    /**
     * Plays a scenario to its end.
     *
     * @return what the player printed
     */
    String play(TestServer server, Path data, Path scenario) throws IOException, InterruptedException {
        Path log = folder.resolve("player.log");
        Process player = java(
                log,
                ScenarioMain.class,
                "--server",
                server.url().toString().replaceAll("/$", ""),
                "--fleet",
                fleetFolder.toString(),
                "--connector-key",
                data.resolve("keys/connector.pub").toString(),
                "--report",
                folder.resolve("report").toString(),
                scenario.toString());
        if (!player.waitFor(LONGEST_PLAY_MINUTES, TimeUnit.MINUTES) || player.exitValue() != 0) {
            player.destroyForcibly();
            throw new AssertionError("The scenario did not play:\n" + Files.readString(log));
        }
        return Files.readString(log);
    }

    /** From now on installations on hosts begin and do not end. */
    void hold() throws IOException {
        Files.writeString(fleetFolder.resolve("hold"), "");
    }

    /** Installations go on to their end. */
    void letGo() throws IOException {
        Files.delete(fleetFolder.resolve("hold"));
    }

    /** What the hosts themselves wrote down, one list of lines for each host of this name. */
    List<List<String>> ledgers(String prefix) throws IOException {
        List<List<String>> ledgers = new ArrayList<>();
        try (var hosts = Files.newDirectoryStream(fleetFolder.resolve("hosts"), prefix + "*")) {
            for (Path host : hosts) {
                Path ledger = host.resolve("ledger");
                ledgers.add(Files.exists(ledger) ? Files.readAllLines(ledger) : List.of());
            }
        }
        return ledgers;
    }

    private static Process java(Path log, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    @Override
    public void close() {
        fleet.destroy();
    }
}
