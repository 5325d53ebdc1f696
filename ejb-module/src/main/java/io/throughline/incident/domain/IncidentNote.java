package io.throughline.incident.domain;

import io.throughline.kernel.domain.AuditedPart;
import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Deed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** What somebody wrote down while working on an incident. Never changed. */
@Entity
@Table(name = "incident_note")
public class IncidentNote implements AuditedPart {

    @Id
    @SequenceGenerator(name = "incident_note_seq", sequenceName = "incident_note_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "incident_note_seq")
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "incident_id", nullable = false, updatable = false)
    private Incident incident;

    @Column(name = "written_at", nullable = false, updatable = false)
    private Instant at;

    @Column(nullable = false, updatable = false)
    private String author;

    @Column(name = "note_text", nullable = false, updatable = false)
    private String text;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Visibility visibility;

    protected IncidentNote() {}

    IncidentNote(Incident incident, String text, Visibility visibility, Deed deed) {
        this.incident = incident;
        this.text = text;
        this.visibility = visibility;
        this.at = deed.at();
        this.author = deed.actor();
    }

    @Override
    public AuditedRoot auditedRoot() {
        return incident;
    }

    public Instant at() {
        return at;
    }

    public String author() {
        return author;
    }

    public String text() {
        return text;
    }

    public Visibility visibility() {
        return visibility;
    }
}
