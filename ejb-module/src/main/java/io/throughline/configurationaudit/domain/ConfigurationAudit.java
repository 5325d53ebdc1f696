package io.throughline.configurationaudit.domain;

import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** One audit of some servers: how many were to be looked at, how many were, and how many differ. */
@Entity
@Table(name = "configuration_audit")
public class ConfigurationAudit extends AuditedRoot {

    @Column(name = "job_number", nullable = false, updatable = false, unique = true)
    private String job;

    @Column(nullable = false, updatable = false)
    private String scope;

    @Enumerated(EnumType.STRING)
    @Column(name = "audit_state", nullable = false)
    private AuditState state;

    @Column(nullable = false)
    private int selected;

    @Column(nullable = false)
    private int looked;

    @Column(nullable = false)
    private int silent;

    @Column(nullable = false)
    private int differing;

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected ConfigurationAudit() {}

    /**
     * @param scope which servers, in words
     */
    public ConfigurationAudit(RecordNumber number, String job, String scope, int selected, Deed deed) {
        super(number);
        this.job = job;
        this.scope = scope;
        this.selected = selected;
        this.startedAt = deed.at();
        this.state = AuditState.RUNNING;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CONFIGURATION_AUDIT;
    }

    @Override
    public Facts facts() {
        return Facts.of()
                .put("job", job)
                .put("scope", scope)
                .put("state", state)
                .put("selected", selected)
                .put("looked", looked)
                .put("silent", silent)
                .put("differing", differing);
    }

    /**
     * @param servers how many were looked at just now
     * @param silentOnes how many of them gave no answer
     * @param differingOnes how many of them differ
     */
    public void record(int servers, int silentOnes, int differingOnes, Deed deed) {
        move(AuditVerb.RECORD, deed);
        looked += servers;
        silent += silentOnes;
        differing += differingOnes;
    }

    /** The job that died, or was stopped when it had just seen everything, begins again. */
    public void startOver(int selectedNow, Deed deed) {
        move(AuditVerb.START_OVER, deed);
        selected = selectedNow;
        looked = 0;
        silent = 0;
        differing = 0;
        endedAt = null;
    }

    public void complete(Deed deed) {
        move(AuditVerb.COMPLETE, deed);
        endedAt = deed.at();
    }

    private void move(AuditVerb verb, Deed deed) {
        AuditState after = AuditState.TRANSITIONS.after(number(), state, verb);
        changed(verb, state, after, deed);
        state = after;
    }

    public String job() {
        return job;
    }

    public String scope() {
        return scope;
    }

    public AuditState state() {
        return state;
    }

    public int selected() {
        return selected;
    }

    public int looked() {
        return looked;
    }

    /** How many gave no answer. */
    public int silent() {
        return silent;
    }

    /** How many answered and differ. */
    public int differing() {
        return differing;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }
}
