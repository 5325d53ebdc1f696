package io.throughline.launcher.demo;

import io.throughline.launcher.DataFolder;
import io.throughline.launcher.LaunchRefused;
import io.throughline.launcher.Readiness;
import io.throughline.launcher.ServerProcess;
import java.io.PrintStream;
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

    /** What is played first on new data unless told otherwise. */
    private static final String OUTAGE = "ps006";

    private final DemoLayout layout;
    private final DemoSettings settings;
    private final PrintStream out;
    private final DataFolder data;
    private final PlayedScenario played;
    private final ScenarioProcess player;
    private final FleetProcess fleet;
    private final WatchedServer server;

    private DemoRun(DemoLayout layout, DemoSettings settings, PrintStream out) {
        this.layout = layout;
        this.settings = settings;
        this.out = out;
        this.data = settings.server().dataFolder();
        this.played = PlayedScenario.in(data.root());
        Path fleetFolder = data.root().resolve("fleet");
        Path connectorKey = data.keys().resolve("connector.pub");
        this.player = new ScenarioProcess(layout, settings, fleetFolder, connectorKey);
        this.fleet = new FleetProcess(layout, settings, fleetFolder, connectorKey);
        this.server = new WatchedServer(
                new ServerProcess(layout.distribution(), settings.server()),
                new Readiness(settings.server().localUrl()),
                out);
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
            if (!refused.isTold()) {
                System.err.println("throughline: " + refused.getMessage());
            }
            status = 1;
        }
        // Also when all went well: threads of the build that started us would keep the process alive.
        System.exit(status);
    }

    private int run() {
        DemoChecks.run(settings, layout);
        boolean playing = settings.scenarioGiven() || !played.known();
        if (playing) {
            player.check(settings.scenario());
        }
        List<Path> created = data.create();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "end-demonstration"));
        try {
            fleet.start();
            server.start();
        } catch (LaunchRefused refused) {
            stop();
            data.undo(created);
            throw refused;
        }
        int status = playing ? play() : told();
        if (settings.exit() || status >= ScenarioProcess.NOT_PLAYED) {
            return status;
        }
        tellWhereToLook();
        awaitInterrupt();
        return 0;
    }

    private int told() {
        out.println("These data have seen a scenario already; -D" + DemoOption.SCENARIO.property()
                + "=FILE plays one again. Going on where the last run ended.");
        return played.status();
    }

    private int play() {
        boolean first = !played.known();
        if (!settings.exit()) {
            out.printf(
                    "The server is process %d. kill -9 it whenever you like: it is started again, and all goes on.%n",
                    server.pid());
        }
        boolean inviting = first && !settings.exit() && settings.scenario().equals(OUTAGE);
        ScenarioProcess.Play play = inviting
                ? new FirstPlay(player::play, out).play(settings.scenario())
                : player.play(settings.scenario());
        if (play.status() < ScenarioProcess.NOT_PLAYED) {
            // else the next start is to try again
            played.remember(settings.scenario(), play.status(), play.afterwards());
        }
        return play.status();
    }

    private void tellWhereToLook() {
        out.printf("""

                Throughline is up: %s
                  log in            as any person of the scenario or as admin, password throughline-demo
                  server            process %d, now; kill -9 it during a rollout, it is started again and goes on
                  log               %s
                  report            %s
                """, settings.server().localUrl(), server.pid(), data.log(), settings.report());
        played.afterwards().forEach(line -> out.println("  * " + line));
        out.println("Ctrl-C stops everything.");
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        player.stop();
        server.stop();
        fleet.stop();
    }
}
