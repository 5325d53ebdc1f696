package io.throughline.incident.domain.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares servers that fail with servers that pass: what the failing ones have in common and the passing ones have not,
 * and which changes touched it. It points at where to look; it proves no cause.
 */
public final class Comparison {

    private final List<ServerTraits> failing;
    private final List<ServerTraits> passing;

    public Comparison(Collection<ServerTraits> failing, Collection<ServerTraits> passing) {
        this.failing = List.copyOf(failing);
        this.passing = List.copyOf(passing);
    }

    /**
     * What tells them apart, decisive differences first. Empty when either kind has no server: nothing can be told then.
     */
    public List<Difference> differences() {
        if (failing.isEmpty() || passing.isEmpty()) {
            return List.of();
        }
        List<Difference> found = new ArrayList<>();
        for (String trait : traits()) {
            for (String value : values(trait)) {
                Difference difference = difference(trait, value);
                if (share(difference.failing(), failing) != share(difference.passing(), passing)) {
                    found.add(difference);
                }
            }
        }
        found.sort(Comparator.comparing(Difference::decisive)
                .reversed()
                .thenComparing(Comparator.comparingDouble(this::contrast).reversed())
                .thenComparing(Difference::trait)
                .thenComparing(Difference::value));
        return found;
    }

    private Difference difference(String trait, String value) {
        int fail = count(failing, trait, value);
        int pass = count(passing, trait, value);
        boolean decisive = fail == failing.size() && pass == 0 || fail == 0 && pass == passing.size();
        return new Difference(trait, value, fail, pass, decisive, changes(trait));
    }

    private List<String> changes(String trait) {
        return Stream.concat(failing.stream(), passing.stream())
                .map(server -> server.touchedBy().get(trait))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private TreeSet<String> traits() {
        TreeSet<String> names = new TreeSet<>();
        failing.forEach(server -> names.addAll(server.traits().keySet()));
        passing.forEach(server -> names.addAll(server.traits().keySet()));
        return names;
    }

    private TreeSet<String> values(String trait) {
        TreeSet<String> values = new TreeSet<>();
        Stream.concat(failing.stream(), passing.stream())
                .map(server -> server.traits().get(trait))
                .filter(Objects::nonNull)
                .forEach(values::add);
        return values;
    }

    private double contrast(Difference difference) {
        return Math.abs(share(difference.failing(), failing) - share(difference.passing(), passing));
    }

    private static double share(int some, List<ServerTraits> all) {
        return (double) some / all.size();
    }

    private static int count(List<ServerTraits> servers, String trait, String value) {
        return (int) servers.stream()
                .filter(server -> value.equals(server.traits().get(trait)))
                .count();
    }
}
