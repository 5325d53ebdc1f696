package io.throughline.release.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a test on a test server showed.
 *
 * @param digest of the package that was tested
 * @param server number of the test server
 * @param job number of the job
 * @param steps in the order in which they ran; what comes after a step that did not pass was not run
 */
public record TestResult(String digest, String server, String job, List<Step> steps) {

    /** What a test has to show, in this order. */
    public enum Part {
        INSTALL,
        VERIFY,
        ROLLBACK,
        VERIFY_ROLLBACK
    }

    /**
     * One part.
     *
     * @param found what was found, in words: level before and after, exit, output
     */
    public record Step(Part part, boolean passed, String found, long durationMillis, Instant at) {}

    public TestResult {
        steps = List.copyOf(steps);
    }

    /** Install and way back were both shown to work. */
    public boolean passed() {
        Set<Part> shown = steps.stream().filter(Step::passed).map(Step::part).collect(Collectors.toSet());
        return shown.size() == Part.values().length && steps.stream().allMatch(Step::passed);
    }
}
