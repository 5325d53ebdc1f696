package io.throughline.release.domain;

import io.throughline.kernel.domain.AuditedPart;
import io.throughline.kernel.domain.AuditedRoot;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One stored test of a release's package. */
@Entity
@Table(name = "release_test")
public class ReleaseTest implements AuditedPart {

    @Id
    @SequenceGenerator(name = "release_test_seq", sequenceName = "release_test_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "release_test_seq")
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "release_id", nullable = false, updatable = false)
    private Release release;

    @Column(nullable = false, updatable = false)
    private String digest;

    @Column(name = "server_number", nullable = false, updatable = false)
    private String server;

    @Column(name = "job_number", updatable = false)
    private String job;

    @Column(nullable = false, updatable = false)
    private boolean passed;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant at;

    @ElementCollection
    @CollectionTable(name = "release_test_step", joinColumns = @JoinColumn(name = "test_id"))
    @OrderColumn(name = "step_number")
    private List<ReleaseTestStep> steps = new ArrayList<>();

    protected ReleaseTest() {}

    ReleaseTest(Release release, TestResult result, Instant at) {
        this.release = release;
        this.digest = result.digest();
        this.server = result.server();
        this.job = result.job();
        this.passed = result.passed();
        this.at = at;
        result.steps().forEach(step -> steps.add(new ReleaseTestStep(step)));
    }

    @Override
    public AuditedRoot auditedRoot() {
        return release;
    }

    public TestResult result() {
        return new TestResult(
                digest, server, job, steps.stream().map(ReleaseTestStep::step).toList());
    }

    public boolean passed() {
        return passed;
    }

    public Instant at() {
        return at;
    }

    /** Server, digest and whether it passed, in one line. */
    String text() {
        return server + " " + digest + (passed ? " passed" : " did not pass");
    }
}
