package io.throughline.change.domain.assessment;

import io.throughline.change.domain.ChangeRequest;
import io.throughline.kernel.domain.AuditedPart;
import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Deed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One perspective from which a change is to be judged: who was asked, and what that person said. */
@Entity
@Table(name = "change_assessment")
public class Assessment implements AuditedPart {

    @Id
    @SequenceGenerator(name = "change_assessment_seq", sequenceName = "change_assessment_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "change_assessment_seq")
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "change_id", updatable = false)
    private ChangeRequest change;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Perspective perspective;

    @Column(nullable = false)
    private String assessor;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    @Column(name = "assessment_text")
    private String text;

    @Column(name = "judged_at")
    private Instant at;

    protected Assessment() {}

    /**
     * @param assessor number of the person who is asked
     */
    public Assessment(ChangeRequest change, Perspective perspective, String assessor) {
        this.change = change;
        this.perspective = perspective;
        this.assessor = assessor;
    }

    @Override
    public AuditedRoot auditedRoot() {
        return change;
    }

    /** Another person is asked; what was said before no longer counts. */
    public void ask(String person) {
        if (!person.equals(assessor)) {
            this.assessor = person;
            this.verdict = null;
            this.text = null;
            this.at = null;
        }
    }

    public void judge(Verdict given, String because, Deed deed) {
        this.verdict = given;
        this.text = because;
        this.at = deed.at();
    }

    public Perspective perspective() {
        return perspective;
    }

    public String assessor() {
        return assessor;
    }

    public boolean judged() {
        return verdict != null;
    }

    /** Null until judged. */
    public Verdict verdict() {
        return verdict;
    }

    public String text() {
        return text;
    }

    public Instant at() {
        return at;
    }
}
