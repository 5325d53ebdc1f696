package io.throughline.launcher;

import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;

/** The server process itself: checks, prepares the data folder, boots Payara Micro, deploys, and says when it is ready. */
final class Server {

    private static final Duration READY_WITHIN = Duration.ofSeconds(120);

    private final ServerConfiguration configuration;
    private final Distribution distribution;
    private final PrintStream terminal;

    /** Held as long as the process lives and reachable as long: the system closes files that nobody refers to. */
    private static FolderLock lock;

    Server(ServerConfiguration configuration, Distribution distribution, PrintStream terminal) {
        this.configuration = configuration;
        this.distribution = distribution;
        this.terminal = terminal;
    }

    /** Returns when the server is ready; from then on Payara's own threads keep the process alive. */
    void run() {
        StartChecks.run(configuration, distribution);
        DataFolder data = configuration.dataFolder();
        List<Path> created = data.create();
        ProcessFile processFile = new ProcessFile(data.processFile());
        try {
            lock = FolderLock.take(data);
            cleanWorkingFiles(data);
            new Database(configuration, distribution).prepare();
        } catch (RuntimeException refused) {
            data.undo(created);
            throw refused;
        }
        processFile.write(configuration.localUrl());
        Runtime.getRuntime().addShutdownHook(new Thread(processFile::delete, "process-file"));
        boot(data);
        if (!new Readiness(configuration.localUrl()).await(READY_WITHIN, () -> true)) {
            throw new LaunchRefused("The server did not become ready; its log is " + data.log() + ".");
        }
        FirstPassword.show(data, terminal);
        configuration.warning().ifPresent(warning -> terminal.println("Beware: " + warning));
        terminal.println("Throughline is ready on " + configuration.localUrl());
    }

    private static void cleanWorkingFiles(DataFolder data) {
        // Payara's configuration is written by us at each start; what an earlier, perhaps killed, process left
        // misleads.
        DataFolder.deleteTree(data.server());
        try {
            Files.createDirectories(data.server());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void boot(DataFolder data) {
        // For who runs the jar without the options that ServerProcess gives.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        configuration.serverProperties().forEach(System::setProperty);
        // The description of the API was made in the build; what Payara finds by itself would be laid over it.
        System.setProperty("mp.openapi.scan.disable", "true");
        TrustStore.write(data.server().resolve("config/cacerts.p12"));
        ServerLog.open(data.log(), configuration.flag(ServerOption.VERBOSE));
        try {
            PayaraMicro.main(arguments(data));
            PayaraMicroRuntime runtime = PayaraMicro.getInstance().getRuntime();
            // deploy() answers true for deployments that failed; the list of what runs does not.
            if (!runtime.deploy(distribution.application().toFile())
                    || runtime.getDeployedApplicationNames().isEmpty()) {
                throw new LaunchRefused("The application could not be deployed; the log is " + data.log() + ".");
            }
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new LaunchRefused(
                    "The server could not be started: " + failed.getMessage() + "; its log is " + data.log() + ".",
                    failed);
        }
    }

    private String[] arguments(DataFolder data) {
        List<String> arguments = new ArrayList<>(List.of(
                "--port",
                String.valueOf(configuration.port()),
                "--rootdir",
                data.server().toString(),
                "--unpackdir",
                data.server().resolve("unpacked").toString(),
                "--addlibs",
                distribution.driverPath(),
                "--logproperties",
                logging(data).toString(),
                "--prebootcommandfile",
                preBootCommands(data).toString(),
                "--nohazelcast",
                "--disablephonehome"));
        return arguments.toArray(String[]::new);
    }

    private static Path logging(DataFolder data) {
        Path file = data.server().resolve("logging.properties");
        try (InputStream properties = Server.class.getResourceAsStream("logging.properties")) {
            Files.copy(properties, file);
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Payara listens on all addresses unless told otherwise. */
    private Path preBootCommands(DataFolder data) {
        String listeners = "set configs.config.server-config.network-config.network-listeners.network-listener.";
        String commands = listeners + "http-listener.address=" + configuration.host() + "\n" + listeners
                + "https-listener.address=" + configuration.host() + "\n";
        Path file = data.server().resolve("pre-boot.txt");
        try {
            return Files.writeString(file, commands, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
