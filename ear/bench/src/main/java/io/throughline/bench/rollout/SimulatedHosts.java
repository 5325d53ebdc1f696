package io.throughline.bench.rollout;

import static io.throughline.bench.product.Records.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.bench.Settings;
import io.throughline.bench.fleet.BenchPackage;
import io.throughline.bench.fleet.SshFleet;
import io.throughline.bench.process.Heap;
import io.throughline.bench.product.Product;
import io.throughline.bench.product.Records;
import io.throughline.bench.report.Figure;
import io.throughline.bench.report.Figures;
import io.throughline.release.domain.packaging.PackageArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The engine alone: ledger, audit, sealing and evidence of very many targets whose hosts answer at once. */
final class SimulatedHosts {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int PARALLEL = 500;
    private static final int PORT = 22;
    private static final String NO_KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final double FLAT = 1.25;
    private static final double MEGABYTE = 1e6;

    private final Settings settings;
    private final Figures figures;
    private final Product product;
    private final Path work;
    private final Records records;
    private final Heap heap;
    private List<String> servers = List.of();
    private int version = 1;

    /** One rollout: until the first host was at work, and until the end. */
    private record Rolled(double startSeconds, double seconds, long heapBytes) {}

    SimulatedHosts(Settings settings, Figures figures, Product product, Path work) {
        this.settings = settings;
        this.figures = figures;
        this.product = product;
        this.work = work;
        this.records = new Records(product.url());
        this.heap = new Heap(product.pid());
    }

    void measure() throws IOException {
        int fewer = settings.targets();
        int many = settings.wants("simulated") ? settings.manyTargets() : fewer;
        records.organise();
        servers = records.servers(
                IntStream.rangeClosed(1, many).mapToObj(SshFleet::address).toList(),
                PORT,
                "bench",
                NO_KEY,
                BenchPackage.BEFORE);
        records.testServer("127.9.9.9", PORT, "bench", NO_KEY, BenchPackage.BEFORE);
        rolled(Math.max(1, fewer / 10), false);
        Rolled small = rolled(fewer, false);
        figures.add(Figure.atMost(
                "start over " + fewer + " targets until the first wave runs", small.startSeconds(), "s", 5));
        if (settings.wants("simulated")) {
            small = rolled(fewer, false);
            Rolled large = rolled(many, true);
            figures.add(Figure.atLeast(
                    "engine with simulated hosts, " + many + " targets", many / large.seconds(), "targets/s", 1_500));
            double mostTimes = 1.05 * many / fewer;
            figures.add(new Figure(
                    "time for " + many + " targets in terms of " + fewer,
                    large.seconds() / small.seconds(),
                    "times",
                    null,
                    null,
                    null,
                    "<= " + mostTimes + " times",
                    large.seconds() / small.seconds() <= mostTimes));
            double grown = (double) large.heapBytes() / small.heapBytes();
            figures.add(new Figure(
                    "live heap during " + many + " targets",
                    large.heapBytes() / MEGABYTE,
                    "MB",
                    "after " + fewer,
                    small.heapBytes() / MEGABYTE,
                    grown,
                    "ratio <= " + FLAT,
                    grown <= FLAT));
        }
    }

    /** @param watch whether the live heap is looked at while it runs, not only afterwards */
    private Rolled rolled(int targets, boolean watch) throws IOException {
        version++;
        PackageArchive archive = BenchPackage.of(work, version + ".0", Duration.ofSeconds(60));
        String wanted = archive.manifest().version();
        byte[] bytes = Files.readAllBytes(work.resolve(BenchPackage.PRODUCT + "-" + wanted + ".tar.gz"));
        ObjectNode plan = object().put("parallel", PARALLEL);
        plan.putArray("waves").addObject().put("name", "all").put("percent", 100);
        plan.putObject("maxFailuresPerWave").put("percent", 50);
        String deployment = records.confirmed(servers.subList(0, targets), bytes, wanted, plan);
        long begun = System.nanoTime();
        records.start(deployment);
        double first = 0;
        long live = 0;
        JsonNode seen;
        do {
            pause();
            seen = records.get("kim", "/deployments/" + deployment);
            long pending = seen.path("states").path("PENDING").asLong();
            if (first == 0 && pending < targets) {
                first = (System.nanoTime() - begun) / 1e9;
            }
            if (watch && live == 0 && pending < targets / 2) {
                live = heap.live();
            }
        } while (seen.path("state").asText().equals("RUNNING") && System.nanoTime() - begun < LONGEST.toNanos());
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (!seen.path("state").asText().equals("IMPLEMENTED")) {
            throw new IllegalStateException("The rollout ended " + seen);
        }
        live = Math.max(live, heap.live());
        records.finish(deployment);
        return new Rolled(first, seconds, live);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
