package io.throughline.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * How large a benchmark is: {@code -Dbench.<name>=}; without options as large as the bars are meant for.
 *
 * @param ear the folder with the distribution and the results
 */
public record Settings(Path ear) {

    /** {@code -Dbench.hosts}: hosts of a rollout and of a diagnosis. */
    public int hosts() {
        return number("hosts", 1_000);
    }

    /** {@code -Dbench.ansible.hosts}: hosts of a comparison with ansible. */
    public int ansibleHosts() {
        return number("ansible.hosts", 200);
    }

    /** {@code -Dbench.parallel}: hosts at once, of ours and of every peer. */
    public int parallel() {
        return number("parallel", 50);
    }

    /** {@code -Dbench.runs}: how often each of a pair is run, in turns; the medians are compared. */
    public int runs() {
        return number("runs", 3);
    }

    /** {@code -Dbench.targets}: targets of the smaller rollout with simulated hosts. */
    public int targets() {
        return number("targets", 10_000);
    }

    /** {@code -Dbench.targets.many}: targets of the larger one. */
    public int manyTargets() {
        return number("targets.many", 100_000);
    }

    /** {@code -Dbench.records}: audit records that are sealed and verified. */
    public int records() {
        return number("records", 1_000_000);
    }

    /** {@code -Dbench.rows=ssh,ansible,…}: only these parts; without it all. */
    public boolean wants(String row) {
        String rows = System.getProperty("bench.rows", "");
        return rows.isEmpty() || List.of(rows.split(",")).contains(row);
    }

    /** {@code -Dbench.java.options}: further options for the server's Java, for whoever profiles. */
    public String javaOptions() {
        return System.getProperty("bench.java.options", "");
    }

    public Path distribution() {
        return ear.resolve("target/throughline");
    }

    private static int number(String name, int usual) {
        String value = System.getProperty("bench." + name);
        if (value == null) {
            return usual;
        }
        if (!value.matches("[1-9][0-9]{0,6}")) {
            throw new IllegalArgumentException("-Dbench." + name + " is a number from 1 on, not '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    /** The middle one; of two in the middle their mean. */
    public static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
