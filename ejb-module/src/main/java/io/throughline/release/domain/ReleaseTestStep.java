package io.throughline.release.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** One stored part of a test. */
@Embeddable
class ReleaseTestStep {

    private static final int LONGEST = 4000;

    @Enumerated(EnumType.STRING)
    @Column(name = "part", nullable = false)
    private TestResult.Part part;

    @Column(nullable = false)
    private boolean passed;

    @Column(name = "finding", nullable = false)
    private String found;

    @Column(name = "duration_millis", nullable = false)
    private long durationMillis;

    @Column(name = "ended_at", nullable = false)
    private Instant at;

    protected ReleaseTestStep() {}

    ReleaseTestStep(TestResult.Step step) {
        this.part = step.part();
        this.passed = step.passed();
        String text = step.found() == null ? "" : step.found();
        this.found = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        this.durationMillis = step.durationMillis();
        this.at = step.at();
    }

    TestResult.Step step() {
        return new TestResult.Step(part, passed, found, durationMillis, at);
    }
}
