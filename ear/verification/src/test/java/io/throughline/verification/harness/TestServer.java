package io.throughline.verification.harness;

import io.throughline.launcher.Distribution;
import io.throughline.launcher.Readiness;
import io.throughline.launcher.ServerConfiguration;
import io.throughline.launcher.ServerOption;
import io.throughline.launcher.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A server process under test, started by the distribution's own launcher on a free port of the loopback. */
public final class TestServer implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(240);
    /** Quick to start rather than quick in the long run. */
    private static final String JAVA_OPTIONS = "-XX:TieredStopAtLevel=1";
    /** The least that is allowed: people log in hundreds of times here, and without the second compiler each takes a second. */
    private static final String PASSWORD_ROUNDS = "10000";

    private final ServerConfiguration configuration;
    private final Process process;

    private TestServer(ServerConfiguration configuration, Process process) {
        this.configuration = configuration;
        this.process = process;
    }

    public static Distribution distribution() {
        return new Distribution(Path.of(System.getProperty("throughline.distribution")));
    }

    /**
     * Starts a server and waits until it is ready.
     *
     * @param options beside port, data folder, cost of passwords and Java options, which are set here unless given
     * @param application the EAR to deploy instead of the distribution's own, or null
     */
    public static TestServer start(Path data, Map<ServerOption, String> options, Path application) {
        Map<ServerOption, String> all = new EnumMap<>(ServerOption.class);
        all.putAll(options);
        all.putIfAbsent(ServerOption.PORT, String.valueOf(freePort()));
        all.putIfAbsent(ServerOption.PASSWORD_ROUNDS, PASSWORD_ROUNDS);
        all.put(ServerOption.DATA, data.toString());
        String override = application == null ? "" : " -D" + Distribution.APPLICATION_PROPERTY + "=" + application;
        all.merge(ServerOption.JAVA_OPTIONS, JAVA_OPTIONS + override, (given, ours) -> given + " " + ours);
        Properties properties = new Properties();
        all.forEach((option, value) -> properties.setProperty(option.property(), value));
        ServerConfiguration configuration = ServerConfiguration.resolve(List.of(), properties, Map.of());

        Process process = new ServerProcess(distribution(), configuration).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        TestServer server = new TestServer(configuration, process);
        if (!new Readiness(server.url()).await(READY_WITHIN, process::isAlive)) {
            server.close();
            throw new IllegalStateException("The server did not become ready:\n" + server.endOfLog());
        }
        return server;
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public URI url() {
        return configuration.localUrl();
    }

    public int port() {
        return configuration.port();
    }

    public Process process() {
        return process;
    }

    /** kill -9: no hook runs, nothing is flushed. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    private String endOfLog() {
        Path log = configuration.dataFolder().logs().resolve("server.log");
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    @Override
    public void close() {
        process.destroy();
        if (!awaitEnd()) {
            process.destroyForcibly();
        }
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
