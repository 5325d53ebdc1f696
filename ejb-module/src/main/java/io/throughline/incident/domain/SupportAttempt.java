package io.throughline.incident.domain;

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

/** What was tried with the caller before anybody investigated, and whether it helped. Never changed. */
@Entity
@Table(name = "support_attempt")
public class SupportAttempt implements AuditedPart {

    @Id
    @SequenceGenerator(name = "support_attempt_seq", sequenceName = "support_attempt_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "support_attempt_seq")
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "incident_id", nullable = false, updatable = false)
    private Incident incident;

    @Column(name = "tried_at", nullable = false, updatable = false)
    private Instant at;

    @Column(name = "tried_by", nullable = false, updatable = false)
    private String by;

    @Column(name = "attempt_text", nullable = false, updatable = false)
    private String text;

    @Column(nullable = false, updatable = false)
    private boolean helped;

    protected SupportAttempt() {}

    SupportAttempt(Incident incident, String text, boolean helped, Deed deed) {
        this.incident = incident;
        this.text = text;
        this.helped = helped;
        this.at = deed.at();
        this.by = deed.actor();
    }

    @Override
    public AuditedRoot auditedRoot() {
        return incident;
    }

    public Instant at() {
        return at;
    }

    public String by() {
        return by;
    }

    public String text() {
        return text;
    }

    public boolean helped() {
        return helped;
    }
}
