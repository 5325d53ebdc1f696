package io.throughline.bench.fault;

import io.throughline.bench.fleet.SshFleet;
import io.throughline.launcher.Distribution;
import io.throughline.launcher.Readiness;
import io.throughline.launcher.ServerConfiguration;
import io.throughline.launcher.ServerOption;
import io.throughline.launcher.ServerProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** One server on a database that outlives it. */
final class Node implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);

    private final ServerConfiguration configuration;
    private final Process process;

    /**
     * @param given options that matter more than a fault run's usual ones, the database among them
     */
    Node(Path ear, Path data, Map<ServerOption, String> given) {
        Properties options = new Properties();
        options.setProperty(ServerOption.PORT.property(), String.valueOf(SshFleet.freePort()));
        options.setProperty(ServerOption.DATA.property(), data.toString());
        options.setProperty(ServerOption.DEMO.property(), "true");
        options.setProperty(ServerOption.JAVA_OPTIONS.property(), "-XX:TieredStopAtLevel=1");
        options.setProperty(ServerOption.AUDIT_ANCHOR_SECONDS.property(), "2");
        given.forEach((option, value) -> options.setProperty(option.property(), value));
        configuration = ServerConfiguration.resolve(List.of(), options, Map.of());
        process = new ServerProcess(new Distribution(ear.resolve("target/throughline")), configuration).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        if (!new Readiness(url()).await(READY_WITHIN, process::isAlive)) {
            kill();
            throw new IllegalStateException("The server did not become ready; see " + data.resolve("logs/server.log"));
        }
    }

    URI url() {
        return configuration.localUrl();
    }

    /** kill -9: no hook runs, nothing is flushed. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** Waits for a death that comes from within. */
    boolean dies(Duration within) throws InterruptedException {
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        process.destroy();
        if (!await()) {
            kill();
        }
    }

    private boolean await() {
        try {
            return process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
