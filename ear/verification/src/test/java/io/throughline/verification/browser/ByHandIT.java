package io.throughline.verification.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.launcher.demo.DemoRun;
import io.throughline.verification.harness.TestServer;
import io.throughline.verification.harness.Tool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays PS006 by hand in a browser, on the demo fleet: the world as the scenario describes it, up to the first phone
 * call, comes from the scenario player; from there on everything goes through visible controls. A picture of every page
 * is left in {@code ear/target/screenshots}.
 */
@Tag("derby")
class ByHandIT {

    private static final Path EAR = Path.of("..").toAbsolutePath().normalize();
    private static final Path SCENARIOS = EAR.resolve("scenario/src/main/scenarios");
    private static final String FIRST_CALL = "  # ---- 1 and 2: user contacts";
    private static final String FAULT = "world.break";
    private static final String FRONT_DOOR = "port: 8083";
    private static final String UP = "Throughline is up:";
    private static final Duration WORLD_WITHIN = Duration.ofMinutes(8);
    private static final Duration PLAYED_WITHIN = Duration.ofMinutes(12);

    @TempDir
    Path work;

    @Test
    void everyActivityIsPerformedThroughVisibleControlsByThePersonWhoseItIs() throws Exception {
        Tool.CHROMIUM.require();
        Path node = Tool.NODE.require();
        Tool.PLAYWRIGHT.require();
        int port = TestServer.freePort();
        Path said = work.resolve("demonstration.log");
        Process world = demonstration(port, said);
        try {
            Awaitility.await("the world of PS006 stands")
                    .atMost(WORLD_WITHIN)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> !world.isAlive() || Files.readString(said).contains(UP));
            assertThat(world.isAlive()).as(Files.readString(said)).isTrue();

            Path played = work.resolve("browser.log");
            Process browser = new ProcessBuilder(
                            node.toString(),
                            Path.of("browser/ps006.mjs").toString(),
                            "http://127.0.0.1:" + port,
                            "throughline-demo",
                            EAR.resolve("target/screenshots").toString(),
                            work.resolve("data/fleet").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(played.toFile())
                    .start();
            boolean ended = browser.waitFor(PLAYED_WITHIN.toSeconds(), TimeUnit.SECONDS);
            browser.destroyForcibly();

            assertThat(ended).as(Files.readString(played)).isTrue();
            assertThat(browser.exitValue()).as(Files.readString(played)).isZero();
        } finally {
            world.destroy();
            if (!world.waitFor(60, TimeUnit.SECONDS)) {
                world.destroyForcibly();
            }
        }
    }

    /** Server, fleet and the beginning of the scenario, in processes of their own. */
    private Process demonstration(int port, Path said) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dthroughline.port=" + port,
                        "-Dthroughline.data=" + work.resolve("data"),
                        "-Dscenario=" + worldOnly(),
                        "-Dscenario.report=" + work,
                        "-Dfleet.ssh.port=" + TestServer.freePort(),
                        "-Dfleet.control.port=" + TestServer.freePort(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DemoRun.class.getName(),
                        EAR.toString(),
                        work.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    /** PS006 up to the first call, with every server up: the world, the pilots, and the gateway's new authority. */
    private Path worldOnly() throws IOException {
        Path folder = Files.createDirectories(work.resolve("scenarios"));
        try (Stream<Path> files = Files.walk(SCENARIOS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(SCENARIOS.relativize(file).toString().replace(File.separatorChar, '/'));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        List<String> lines = Files.readAllLines(SCENARIOS.resolve("ps006.yaml"));
        int end = lines.indexOf(FIRST_CALL);
        assertThat(end).as("the scenario says where the first call comes").isPositive();
        return Files.write(
                folder.resolve("world.yaml"),
                lines.subList(0, end).stream()
                        .filter(line -> !line.contains(FAULT) && !line.startsWith("report:"))
                        .filter(line -> !line.contains("by: morning"))
                        .map(line -> line.replace(FRONT_DOOR, "port: " + TestServer.freePort()))
                        .toList());
    }
}
