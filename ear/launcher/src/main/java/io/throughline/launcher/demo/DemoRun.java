package io.throughline.launcher.demo;

import io.throughline.launcher.LaunchRefused;
import io.throughline.launcher.Readiness;
import io.throughline.launcher.ServerProcess;
import io.throughline.launcher.StartChecks;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * {@code mvn -Prun}: starts the fleet and the server, plays the scenario once per data folder, says where to look, and
 * stays up until it is interrupted.
 *
 * <p>Arguments: the folder {@code ear}, and the folder that the user stands in.
 */
public final class DemoRun {

    /** In the data folder once a scenario was played to its end; a later start continues and plays nothing by itself. */
    private static final String PLAYED = "scenario-played";

    private final DemoLayout layout;
    private final DemoSettings settings;
    private final PrintStream out;

    private DemoRun(DemoLayout layout, DemoSettings settings, PrintStream out) {
        this.layout = layout;
        this.settings = settings;
        this.out = out;
    }

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        int status;
        try {
            Path ear = Path.of(arguments[0]).toAbsolutePath().normalize();
            DemoSettings settings =
                    DemoSettings.read(Path.of(arguments[1]), ear, System.getProperties(), System.getenv());
            status = new DemoRun(new DemoLayout(ear), settings, out).run();
        } catch (LaunchRefused refused) {
            System.err.println("throughline: " + refused.getMessage());
            status = 1;
        }
        // Also when all went well: threads of the build that started us would keep the process alive.
        System.exit(status);
    }

    private int run() {
        StartChecks.run(settings.server(), layout.distribution());
        Path data = settings.server().dataFolder().root();
        Path fleetFolder = data.resolve("fleet");
        Path connectorKey = settings.server().dataFolder().keys().resolve("connector.pub");
        createFolder(data);

        Process fleet = FleetProcess.start(layout, settings, fleetFolder, connectorKey);
        WatchedServer server = new WatchedServer(
                new ServerProcess(layout.distribution(), settings.server()),
                new Readiness(settings.server().localUrl()),
                out);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, fleet), "end-demonstration"));
        server.start();

        int status = playUnlessPlayed(data, fleetFolder, connectorKey);
        if (settings.exit()) {
            return status;
        }
        tellWhereToLook(server);
        awaitInterrupt();
        return 0;
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new LaunchRefused("The data folder " + folder + " cannot be written: " + failed + ".", failed);
        }
    }

    private int playUnlessPlayed(Path data, Path fleetFolder, Path connectorKey) {
        Path played = data.resolve(PLAYED);
        if (Files.exists(played) && !settings.scenarioGiven()) {
            out.println("These data have seen a scenario already; -D" + DemoOption.SCENARIO.property()
                    + "=FILE plays one again. Going on where the last run ended.");
            return statusOf(played);
        }
        int status = ScenarioProcess.play(layout, settings, fleetFolder, connectorKey);
        if (status > 1) {
            // The player could not even begin; the next start is to try again.
            return status;
        }
        try {
            Files.writeString(played, settings.scenario() + "\n" + status + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return status;
    }

    /** How the play ended that these data have seen: a step that failed is not made good by a second start. */
    private static int statusOf(Path played) {
        try {
            List<String> lines = Files.readAllLines(played);
            return lines.size() > 1 && "0".equals(lines.get(1)) ? 0 : 1;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void tellWhereToLook(WatchedServer server) {
        out.printf(
                """

                Throughline is up: %s
                  portal and API    log in as admin or as any person of the scenario, password throughline-demo
                  server            process %d: kill -9 it during a rollout, it is started again and goes on
                  log               %s
                  report            %s
                Ctrl-C stops everything.
                """,
                settings.server().localUrl(),
                server.pid(),
                settings.server().dataFolder().log(),
                settings.report());
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(WatchedServer server, Process fleet) {
        server.stop();
        fleet.destroy();
    }
}
