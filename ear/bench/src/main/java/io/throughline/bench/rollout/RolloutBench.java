package io.throughline.bench.rollout;

import io.throughline.bench.Settings;
import io.throughline.bench.fleet.Peers;
import io.throughline.bench.fleet.SshFleet;
import io.throughline.bench.product.Product;
import io.throughline.bench.report.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How fast rollouts and diagnoses are: against the tools that people use, and with hosts that cost nothing. */
public final class RolloutBench {

    private RolloutBench() {}

    public static void run(Settings settings, Figures figures) throws Exception {
        Path work =
                Files.createTempDirectory(Files.createDirectories(settings.ear().resolve("target/bench")), "work");
        figures.machine()
                .with("database", "PostgreSQL, embedded")
                .with("hosts", settings.hosts())
                .with("runs", settings.runs());
        if (Stream.of("ssh", "ansible", "diagnosis", "hanging").anyMatch(settings::wants)) {
            figures.measure("rollouts on OpenSSH", () -> onRealHosts(settings, figures, work.resolve("ssh")));
        }
        if (Stream.of("start", "simulated").anyMatch(settings::wants)) {
            figures.measure(
                    "rollouts on simulated hosts",
                    () -> onSimulatedHosts(settings, figures, work.resolve("simulated")));
        }
    }

    private static void onRealHosts(Settings settings, Figures figures, Path work) throws Exception {
        int size = Math.max(settings.hosts(), settings.ansibleHosts());
        try (SshFleet fleet = new SshFleet(size)) {
            Peers peers = new Peers(fleet, settings.parallel());
            peers.install(figures.machine(), settings.wants("ansible"), settings.wants("diagnosis"));
            try (Product product = new Product(settings.distribution(), work, null, settings.javaOptions())) {
                figures.machine().with("database", "PostgreSQL " + product.databaseVersion() + ", embedded");
                new RealHosts(settings, figures, fleet, peers, product, work).measure();
            }
        }
    }

    private static void onSimulatedHosts(Settings settings, Figures figures, Path work) throws IOException {
        Path application = SimulatedApplication.of(
                settings.distribution().resolve("lib/throughline.ear"), Files.createDirectories(work));
        try (Product product = new Product(settings.distribution(), work, application, settings.javaOptions())) {
            new SimulatedHosts(settings, figures, product, work).measure();
        }
    }
}
