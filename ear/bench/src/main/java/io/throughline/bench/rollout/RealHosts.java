package io.throughline.bench.rollout;

import static io.throughline.bench.product.Records.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.bench.Settings;
import io.throughline.bench.fleet.BenchPackage;
import io.throughline.bench.fleet.Peers;
import io.throughline.bench.fleet.SshFleet;
import io.throughline.bench.process.Shell.Ran;
import io.throughline.bench.product.Product;
import io.throughline.bench.product.Product.Used;
import io.throughline.bench.product.Records;
import io.throughline.bench.report.Figure;
import io.throughline.bench.report.Figures;
import io.throughline.release.domain.packaging.PackageArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Rollouts and diagnoses on OpenSSH, in turns with the peers: each pair sees the same machine at the same time. */
final class RealHosts {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(120);
    private static final Duration SHORT_LIMIT = Duration.ofSeconds(10);
    private static final int HANGS_EACH = 5;
    private static final int WARM_UP = 100;

    private final Settings settings;
    private final Figures figures;
    private final SshFleet fleet;
    private final Peers peers;
    private final Product product;
    private final Path work;
    private final Records records;
    private List<String> servers = List.of();
    private int version = 1;

    /** One measured rollout. */
    private record Rolled(double perSecond, Used used, int hosts, JsonNode deployment) {

        double serverMillis() {
            return 1_000 * used.server() / hosts;
        }

        double databaseMillis() {
            return 1_000 * used.database() / hosts;
        }
    }

    RealHosts(Settings settings, Figures figures, SshFleet fleet, Peers peers, Product product, Path work) {
        this.settings = settings;
        this.figures = figures;
        this.fleet = fleet;
        this.peers = peers;
        this.product = product;
        this.work = work;
        this.records = new Records(product.url());
    }

    void measure() throws IOException {
        fleet.authorize(product.publicKey());
        fleet.reset(0);
        records.organise();
        int size = Math.max(settings.hosts(), settings.ansibleHosts());
        servers = records.servers(
                fleet.addresses(size), fleet.port(), fleet.user(), fleet.hostKey(), BenchPackage.BEFORE);
        records.testServer(fleet.testServer(), fleet.port(), fleet.user(), fleet.hostKey(), BenchPackage.BEFORE);
        // what runs once runs cold, as nobody's server does
        ours(Math.min(WARM_UP, size), USUAL_LIMIT, 0);
        row("ssh", this::againstSsh);
        row("ansible", this::againstAnsible);
        row("diagnosis", this::diagnosis);
        row("hanging", this::hanging);
    }

    private void row(String name, Figures.Measurement measurement) {
        if (settings.wants(name)) {
            figures.measure(name, measurement);
        }
    }

    private void againstSsh() throws IOException {
        int hosts = settings.hosts();
        List<Ran> ssh = new ArrayList<>();
        List<Rolled> ours = new ArrayList<>();
        for (int run = 0; run < settings.runs(); run++) {
            ssh.add(peer(hosts, (line, archive) -> peers.ssh(hosts, line, archive)));
            ours.add(ours(hosts, USUAL_LIMIT, 0));
        }
        figures.add(Figure.times(
                "rollout of " + hosts + " hosts, everything on",
                median(ours, Rolled::perSecond),
                "hosts/s",
                "ssh by xargs -P" + settings.parallel() + ", curve25519",
                median(ssh, ran -> hosts / ran.seconds()),
                1.0));
        figures.add(Figure.atMost("CPU of our JVM per host", median(ours, Rolled::serverMillis), "ms", 8)
                .beside("ssh", median(ssh, ran -> 1_000 * ran.cpuSeconds() / hosts)));
        figures.add(Figure.shown("CPU of PostgreSQL per host", median(ours, Rolled::databaseMillis), "ms"));
    }

    private void againstAnsible() throws IOException {
        int hosts = settings.ansibleHosts();
        List<Ran> playbook = new ArrayList<>();
        List<Ran> oneStep = new ArrayList<>();
        List<Rolled> ours = new ArrayList<>();
        for (int run = 0; run < settings.runs(); run++) {
            fleet.reset(0);
            PackageArchive archive = next(USUAL_LIMIT);
            String wanted = archive.manifest().version();
            playbook.add(peers.ansiblePlaybook(hosts, file(wanted), wanted).orFail("ansible's playbook"));
            oneStep.add(peer(hosts, (line, file) -> peers.ansibleOneStep(hosts, line, file)));
            ours.add(ours(hosts, USUAL_LIMIT, 0));
        }
        double rate = median(ours, Rolled::perSecond);
        figures.add(Figure.times(
                "rollout of " + hosts + " hosts against a playbook",
                rate,
                "hosts/s",
                "ansible-playbook, five tasks",
                median(playbook, ran -> hosts / ran.seconds()),
                25));
        figures.add(Figure.times(
                "rollout of " + hosts + " hosts against a one-step playbook",
                rate,
                "hosts/s",
                "ansible-playbook, one shell step",
                median(oneStep, ran -> hosts / ran.seconds()),
                6));
        figures.add(Figure.shown(
                "CPU of ansible's playbook per host", median(playbook, ran -> 1_000 * ran.cpuSeconds() / hosts), "ms"));
    }

    private void diagnosis() throws IOException {
        int hosts = servers.size();
        fleet.reset(0);
        String procedure = records.procedure(BenchPackage.PROBE);
        String line = BenchPackage.probeLine();
        records.diagnose(records.incident(), procedure, LONGEST);
        List<Ran> clush = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        for (int run = 0; run < settings.runs(); run++) {
            clush.add(peers.clush(hosts, line).orFail("clush"));
            String incident = records.incident();
            long begun = System.nanoTime();
            records.diagnose(incident, procedure, LONGEST);
            ours.add(hosts / ((System.nanoTime() - begun) / 1e9));
            int passing = records.get("luis", "/incidents/" + incident + "/diagnosis")
                    .path("passing")
                    .size();
            require(passing == hosts, passing + " of " + hosts + " hosts answered the probe");
        }
        figures.add(Figure.times(
                "diagnosis of " + hosts + " hosts, one command each",
                median(ours, Double::doubleValue),
                "hosts/s",
                "clush -f" + settings.parallel() + ", curve25519",
                median(clush, ran -> hosts / ran.seconds()),
                1.0));
    }

    private void hanging() throws IOException {
        int hosts = settings.hosts();
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        for (int run = 0; run < settings.runs(); run++) {
            without.add(healthyPerSecond(ours(hosts, SHORT_LIMIT, 0)));
            with.add(healthyPerSecond(ours(hosts, SHORT_LIMIT, HANGS_EACH)));
        }
        figures.add(Figure.times(
                "healthy hosts while one of " + HANGS_EACH + " hangs for " + SHORT_LIMIT.toSeconds() + " s",
                median(with, Double::doubleValue),
                "hosts/s",
                "the same rollout without",
                median(without, Double::doubleValue),
                0.9));
    }

    /** From the start to the answer of the last host that is well. */
    private double healthyPerSecond(Rolled rolled) {
        Instant begun = Instant.parse(rolled.deployment().path("startedAt").asText());
        Instant last = begun;
        int healthy = 0;
        String path =
                "/deployments/" + rolled.deployment().path("number").asText() + "/targets?state=VERIFIED&size=500";
        for (JsonNode target : records.list("kim", path)) {
            Instant answered = Instant.parse(target.path("answeredAt").asText());
            last = answered.isAfter(last) ? answered : last;
            healthy++;
        }
        return healthy / (Duration.between(begun, last).toMillis() / 1e3);
    }

    private Rolled ours(int hosts, Duration limit, int hangsEach) throws IOException {
        fleet.reset(hangsEach);
        PackageArchive archive = next(limit);
        String wanted = archive.manifest().version();
        ObjectNode plan = object().put("parallel", settings.parallel());
        plan.putArray("waves").addObject().put("name", "all").put("percent", 100);
        plan.putObject("maxFailuresPerWave").put("percent", 50);
        String deployment =
                records.confirmed(servers.subList(0, hosts), Files.readAllBytes(file(wanted)), wanted, plan);
        Used before = product.used();
        records.start(deployment);
        JsonNode ended = records.ended(deployment, LONGEST);
        Used used = product.used().since(before);
        int well = hosts - (hangsEach == 0 ? 0 : hosts / hangsEach);
        int applied = fleet.appliedOnce(hosts, wanted);
        require(applied == well, applied + " of " + well + " hosts applied the package once; " + ended);
        records.finish(deployment);
        return new Rolled(hosts / (used.nanoTime() / 1e9), used, hosts, ended);
    }

    private interface Peer {
        Ran run(String line, Path archive) throws IOException;
    }

    private Ran peer(int hosts, Peer peer) throws IOException {
        fleet.reset(0);
        PackageArchive archive = next(USUAL_LIMIT);
        String wanted = archive.manifest().version();
        Ran ran = peer.run(BenchPackage.installLine(archive, "DEP-" + wanted), file(wanted))
                .orFail("the peer");
        int applied = fleet.appliedOnce(hosts, wanted);
        require(applied == hosts, applied + " of " + hosts + " hosts applied the peer's package once: " + ran.output());
        return ran;
    }

    private PackageArchive next(Duration limit) {
        version++;
        return BenchPackage.of(work, version + ".0", limit);
    }

    private Path file(String wanted) {
        return work.resolve(BenchPackage.PRODUCT + "-" + wanted + ".tar.gz");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static <T> double median(List<T> runs, ToDoubleFunction<T> value) {
        return Settings.median(runs.stream().mapToDouble(value).toArray());
    }
}
