package io.throughline.bench.product;

import io.throughline.bench.fleet.SshFleet;
import io.throughline.bench.process.Cpu;
import io.throughline.launcher.Distribution;
import io.throughline.launcher.Readiness;
import io.throughline.launcher.ServerConfiguration;
import io.throughline.launcher.ServerOption;
import io.throughline.launcher.ServerProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The product as it is delivered, in a process of its own, with a PostgreSQL of its own. */
public final class Product implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(4);

    private final Path data;
    private final EmbeddedPostgres postgres;
    private final long postmaster;
    private final ServerConfiguration configuration;
    private final Process process;

    /**
     * @param work an empty folder
     * @param application another EAR than the distribution's, or null
     */
    public Product(Path distribution, Path work, Path application, String javaOptions) throws IOException {
        data = Files.createDirectories(work.resolve("data"));
        Path database = work.resolve("postgresql");
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(database)
                .setServerConfig("max_connections", "120")
                .setServerConfig("shared_buffers", "256MB")
                .start();
        postmaster = Long.parseLong(
                Files.readAllLines(database.resolve("postmaster.pid")).get(0).strip());
        String other = application == null ? "" : " -D" + Distribution.APPLICATION_PROPERTY + "=" + application;
        Properties options = new Properties();
        set(options, ServerOption.PORT, String.valueOf(SshFleet.freePort()));
        set(options, ServerOption.DATA, data.toString());
        set(options, ServerOption.DEMO, "true");
        set(options, ServerOption.DB_URL, "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres");
        set(options, ServerOption.DB_USER, "postgres");
        set(options, ServerOption.DB_PASSWORD, "postgres");
        set(options, ServerOption.JAVA_OPTIONS, javaOptions + other);
        configuration = ServerConfiguration.resolve(List.of(), options, java.util.Map.of());
        process = new ServerProcess(new Distribution(distribution), configuration).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        if (!new Readiness(url()).await(READY_WITHIN, process::isAlive)) {
            close();
            throw new IllegalStateException("The server did not become ready; see " + data.resolve("logs/server.log"));
        }
    }

    private static void set(Properties options, ServerOption option, String value) {
        options.setProperty(option.property(), value);
    }

    public URI url() {
        return configuration.localUrl();
    }

    public long pid() {
        return process.pid();
    }

    /** The key with which the product logs in on hosts, as a line of {@code authorized_keys}. */
    public String publicKey() throws IOException {
        return Files.readString(data.resolve("keys/connector.pub"));
    }

    public String databaseVersion() {
        try (var connection = postgres.getPostgresDatabase().getConnection()) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (java.sql.SQLException unknown) {
            return "unknown";
        }
    }

    /** Processor seconds used so far. */
    public Used used() {
        return new Used(
                Cpu.of(process.pid()).getAsDouble(),
                Cpu.withChildren(postmaster).getAsDouble(),
                System.nanoTime());
    }

    /**
     * @param server by the product's Java
     * @param database by PostgreSQL with all its processes
     */
    public record Used(double server, double database, long nanoTime) {

        public Used since(Used before) {
            return new Used(server - before.server, database - before.database, nanoTime - before.nanoTime);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        postgres.close();
    }
}
