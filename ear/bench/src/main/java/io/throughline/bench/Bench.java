package io.throughline.bench;

import io.throughline.bench.audit.AuditBench;
import io.throughline.bench.report.Figures;
import io.throughline.bench.rollout.RolloutBench;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs one of the benchmarks, {@code mvn -Pbench -Dbench=NAME}, and writes {@code ear/target/bench/NAME.json}. A figure
 * that misses its bar is printed as missed; it fails no build, since what a machine can do is no property of the code.
 */
public final class Bench {

    /** One benchmark: measures, and adds a figure as soon as it is known. */
    interface Benchmark {
        void run(Settings settings, Figures figures) throws Exception;
    }

    private static final Map<String, Benchmark> ALL =
            new TreeMap<>(Map.of("audit", AuditBench::run, "rollout", RolloutBench::run));

    private Bench() {}

    /** @param arguments the folder {@code ear} */
    public static void main(String[] arguments) throws Exception {
        Path ear = Path.of(arguments[0]).toAbsolutePath().normalize();
        String name = System.getProperty("bench", "");
        Benchmark benchmark = ALL.get(name);
        if (benchmark == null) {
            throw new IllegalArgumentException(
                    "-Dbench= names one of " + String.join(", ", ALL.keySet()) + ", not '" + name + "'");
        }
        Figures figures = new Figures(ear.resolve("target/bench/" + name + ".json"));
        benchmark.run(new Settings(ear), figures);
        figures.print();
    }
}
