package io.throughline.configurationaudit.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what was seen on one server with what should be there, both ways: what the server has and no change explains,
 * and what a change says and the server no longer has.
 */
public final class Comparison {

    /**
     * What should be on the server.
     *
     * @param version null when the product should not be there
     * @param change number of the closed change that says so; null when it was registered so
     */
    public record Expected(String product, String version, String change) {}

    private final Map<String, Expected> expected;
    private final Files files;
    private final String changeInProgress;

    /** What the files of a version may be. */
    @FunctionalInterface
    public interface Files {

        /**
         * @return the SHA-256 that each file may have, by path; empty when nothing is known
         */
        Map<String, Set<String>> of(String product, String version);
    }

    /**
     * @param expected by product
     * @param changeInProgress number of the change that has the server in hand now and so explains what differs; or null
     */
    public Comparison(Map<String, Expected> expected, Files files, String changeInProgress) {
        this.expected = expected;
        this.files = files;
        this.changeInProgress = changeInProgress;
    }

    public List<Difference> of(Observation seen) {
        return switch (seen.reach()) {
            case SEEN -> products(seen);
            case UNREACHABLE -> List.of(whole(FindingKind.UNREACHABLE, seen));
            case HOST_KEY -> List.of(whole(FindingKind.HOST_KEY, seen));
            case MUTE -> List.of(whole(FindingKind.MUTE, seen));
        };
    }

    private static Difference whole(FindingKind kind, Observation seen) {
        return new Difference(kind, seen.server(), null, null, null, seen.reason(), null);
    }

    private List<Difference> products(Observation seen) {
        List<Difference> differences = new ArrayList<>();
        if (changeInProgress == null) {
            seen.products().forEach(product -> compare(seen.server(), product, differences));
        }
        return differences;
    }

    private void compare(String server, Observation.Product seen, List<Difference> differences) {
        Expected should = expected.get(seen.product());
        String version = should == null || should.version() == null ? Observation.NOT_INSTALLED : should.version();
        String change = should == null ? null : should.change();
        if (!version.equals(seen.level())) {
            differences.add(new Difference(
                    FindingKind.UNEXPLAINED_LEVEL, server, seen.product(), null, version, seen.level(), change));
            if (change != null) {
                differences.add(new Difference(
                        FindingKind.CHANGE_NOT_TRUE, server, seen.product(), null, version, seen.level(), change));
            }
            return;
        }
        boolean edited = false;
        for (Map.Entry<String, Set<String>> file :
                files.of(seen.product(), version).entrySet()) {
            String found = seen.files().getOrDefault(file.getKey(), Observation.MISSING);
            if (!file.getValue().contains(found)) {
                edited = true;
                differences.add(new Difference(
                        FindingKind.UNEXPLAINED_FILE,
                        server,
                        seen.product(),
                        file.getKey(),
                        file.getValue().stream().sorted().findFirst().orElse(null),
                        found,
                        change));
            }
        }
        if (edited && change != null) {
            differences.add(new Difference(
                    FindingKind.CHANGE_NOT_TRUE,
                    server,
                    seen.product(),
                    null,
                    version,
                    seen.level() + " with files that differ",
                    change));
        }
    }
}
