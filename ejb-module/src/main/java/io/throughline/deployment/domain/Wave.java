package io.throughline.deployment.domain;

import io.throughline.deployment.domain.plan.FailureThreshold;
import io.throughline.deployment.domain.plan.PlannedWave;
import io.throughline.deployment.domain.plan.SuccessThreshold;
import io.throughline.deployment.domain.plan.WaveGate;
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

/** A group of targets that must pass before the next group begins. Changed only by verbs of its deployment. */
@Entity
@Table(name = "deployment_wave")
public class Wave implements AuditedPart {

    @Id
    @SequenceGenerator(name = "deployment_wave_seq", sequenceName = "deployment_wave_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "deployment_wave_seq")
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "deployment_id", nullable = false, updatable = false)
    private Deployment deployment;

    @Column(name = "wave_position", nullable = false, updatable = false)
    private int position;

    @Column(name = "wave_name", nullable = false, updatable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "wave_state", nullable = false)
    private WaveState state;

    @Column(name = "target_count", nullable = false, updatable = false)
    private int targets;

    @Column(name = "max_failures", updatable = false)
    private Integer maxFailures;

    @Column(name = "max_failures_percent", updatable = false)
    private Integer maxFailuresPercent;

    @Column(name = "soak_seconds", nullable = false, updatable = false)
    private int soakSeconds;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private WaveGate gate;

    @Column(name = "min_success", updatable = false)
    private Integer minSuccess;

    @Column(name = "min_success_percent", updatable = false)
    private Integer minSuccessPercent;

    @Column(name = "opened_by")
    private String openedBy;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "soaks_until")
    private Instant soaksUntil;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected Wave() {}

    Wave(Deployment deployment, int position, PlannedWave planned) {
        this.deployment = deployment;
        this.position = position;
        this.name = planned.name();
        this.state = WaveState.WAITING;
        this.targets = planned.servers().size();
        this.maxFailures = planned.maxFailures().count();
        this.maxFailuresPercent = planned.maxFailures().percent();
        this.soakSeconds = planned.soakSeconds();
        this.gate = planned.gate();
        this.minSuccess = planned.minSuccess().count();
        this.minSuccessPercent = planned.minSuccess().percent();
    }

    @Override
    public AuditedRoot auditedRoot() {
        return deployment;
    }

    void move(WaveState.Verb verb, Instant at) {
        state = WaveState.transitions().after(deployment.number(), state, verb);
        switch (verb) {
            case BEGIN -> startedAt = at;
            case SOAK -> soaksUntil = at.plusSeconds(soakSeconds);
            case PASS, FAIL -> endedAt = at;
            case REOPEN -> {
                endedAt = null;
                soaksUntil = null;
            }
        }
    }

    /** A person lets it begin. */
    void open(Deed deed) {
        openedBy = deed.actor();
        openedAt = deed.at();
    }

    /** Whether it may not begin before a person says so. */
    public boolean waitsForApproval() {
        return state == WaveState.WAITING && gate == WaveGate.APPROVAL && openedBy == null;
    }

    public boolean bears(long failing) {
        return !threshold().isPassedBy(failing, targets);
    }

    public boolean soaksAt(Instant now) {
        return state == WaveState.SOAKING && now.isBefore(soaksUntil);
    }

    /** Its servers are worked on, or watched afterwards. */
    public boolean isUnderWay() {
        return state == WaveState.RUNNING || state == WaveState.SOAKING;
    }

    public FailureThreshold threshold() {
        return new FailureThreshold(maxFailures, maxFailuresPercent);
    }

    public int position() {
        return position;
    }

    public String name() {
        return name;
    }

    public WaveState state() {
        return state;
    }

    public int targets() {
        return targets;
    }

    public SuccessThreshold minSuccess() {
        return new SuccessThreshold(minSuccess, minSuccessPercent);
    }

    public WaveGate gate() {
        return gate;
    }

    /** Who let it begin; null when nobody had to, or nobody has yet. */
    public String openedBy() {
        return openedBy;
    }

    /** How long the wave is watched after its last target, in seconds. */
    public int soakSeconds() {
        return soakSeconds;
    }

    public Instant soaksUntil() {
        return soaksUntil;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }
}
