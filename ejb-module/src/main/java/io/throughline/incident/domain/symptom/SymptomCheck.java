package io.throughline.incident.domain.symptom;

import io.throughline.incident.domain.Incident;
import io.throughline.kernel.domain.AuditedPart;
import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Deed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** Evidence: what the front door answered at one time, and whether that is enough. Never changed. */
@Entity
@Table(name = "symptom_check")
public class SymptomCheck implements AuditedPart {

    @Id
    @SequenceGenerator(name = "symptom_check_seq", sequenceName = "symptom_check_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "symptom_check_seq")
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "incident_id", nullable = false, updatable = false)
    private Incident incident;

    @Column(name = "checked_at", nullable = false, updatable = false)
    private Instant at;

    @Column(nullable = false, updatable = false)
    private String url;

    @Column(name = "sample_count", nullable = false, updatable = false)
    private int samples;

    @Column(name = "success_count", nullable = false, updatable = false)
    private int successes;

    @Column(name = "minimum_percent", nullable = false, updatable = false)
    private int minimumPercent;

    @Column(nullable = false, updatable = false)
    private boolean passed;

    @Column(name = "detail_text", updatable = false)
    private String detail;

    protected SymptomCheck() {}

    public SymptomCheck(Incident incident, FrontDoorProbe.Door door, FrontDoorProbe.Reading reading, Deed deed) {
        this.incident = incident;
        this.at = deed.at();
        this.url = door.url();
        this.samples = reading.samples();
        this.successes = reading.successes();
        this.minimumPercent = door.minimumSuccessPercent();
        this.passed = reading.passes(door.minimumSuccessPercent());
        this.detail = reading.detail();
    }

    @Override
    public AuditedRoot auditedRoot() {
        return incident;
    }

    public Instant at() {
        return at;
    }

    public String url() {
        return url;
    }

    public int samples() {
        return samples;
    }

    public int successes() {
        return successes;
    }

    public int minimumPercent() {
        return minimumPercent;
    }

    public boolean passed() {
        return passed;
    }

    public String detail() {
        return detail;
    }
}
