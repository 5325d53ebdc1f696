package io.throughline.deployment.domain;

import io.throughline.deployment.domain.plan.FailureThreshold;
import io.throughline.deployment.domain.plan.RolloutOrder;
import io.throughline.deployment.domain.plan.RolloutPlan;
import io.throughline.deployment.domain.target.TargetAction;
import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of a deployment; what is done with it is in {@link Deployment}. */
@MappedSuperclass
public abstract class DeploymentRecord extends AuditedRoot {

    @Column(name = "release_number", nullable = false, updatable = false)
    String release;

    @Column(name = "change_number", nullable = false, updatable = false)
    String change;

    @Column(name = "package_digest", nullable = false, updatable = false)
    String packageDigest;

    @Column(nullable = false, updatable = false)
    String product;

    @Column(name = "wanted_version", nullable = false, updatable = false)
    String wantedVersion;

    @Enumerated(EnumType.STRING)
    @Column(name = "deployment_state", nullable = false)
    DeploymentState state;

    /** How it ended, kept when the state goes on to VERIFIED and CLOSED. */
    @Enumerated(EnumType.STRING)
    DeploymentState outcome;

    /** INSTALL while it goes forward, ROLLBACK once it goes back. */
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    TargetAction goal;

    @Column(name = "parallel_hosts", nullable = false, updatable = false)
    int parallel;

    @Column(name = "site_parallel", updatable = false)
    Integer parallelPerSite;

    @Column(name = "max_failures", updatable = false)
    Integer maxFailures;

    @Column(name = "max_failures_percent", updatable = false)
    Integer maxFailuresPercent;

    @Enumerated(EnumType.STRING)
    @Column(name = "rollout_order", nullable = false, updatable = false)
    RolloutOrder order;

    @Column(name = "plan_digest", nullable = false, updatable = false)
    String planDigest;

    @Column(name = "target_count", nullable = false, updatable = false)
    int targets;

    @Column(name = "planned_by", nullable = false, updatable = false)
    String plannedBy;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "ended_at")
    Instant endedAt;

    /** Stable key of why it is paused; null when a person paused it or it is not paused. */
    @Column(name = "halt_key")
    String haltKey;

    /** Why it is paused, aborted or goes back, in words. */
    @Column(name = "halt_reason")
    String haltReason;

    @Column(name = "verified_by")
    String verifiedBy;

    String verification;

    @ElementCollection
    @CollectionTable(name = "deployment_deployer", joinColumns = @JoinColumn(name = "deployment_id"))
    @Column(name = "person_number", nullable = false)
    Set<String> deployers = new HashSet<>();

    @OneToMany(mappedBy = "deployment", cascade = CascadeType.ALL)
    @OrderBy("position")
    List<Wave> waves = new ArrayList<>();

    @OneToMany(mappedBy = "deployment", cascade = CascadeType.ALL)
    @OrderBy("id")
    List<Exclusion> exclusions = new ArrayList<>();

    protected DeploymentRecord() {}

    DeploymentRecord(RecordNumber number, DeploymentOrigin origin, RolloutPlan plan, String plannedBy) {
        super(number);
        this.release = origin.release();
        this.change = origin.change();
        this.packageDigest = origin.packageDigest();
        this.product = origin.product();
        this.wantedVersion = origin.wantedVersion();
        this.state = DeploymentState.PLANNED;
        this.goal = TargetAction.INSTALL;
        this.parallel = plan.parallel();
        this.parallelPerSite = plan.parallelPerSite();
        if (plan.maxFailures() != null) {
            this.maxFailures = plan.maxFailures().count();
            this.maxFailuresPercent = plan.maxFailures().percent();
        }
        this.order = plan.order();
        this.planDigest = plan.digest();
        this.targets = plan.servers().size();
        this.plannedBy = plannedBy;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.DEPLOYMENT;
    }

    /** Whether the rollout as a whole bears so many failing servers. */
    public boolean bears(long failing) {
        return maxFailures().filter(borne -> borne.isPassedBy(failing, targets)).isEmpty();
    }

    /** What it bears over all waves together; empty when only the waves' own limits hold. */
    public Optional<FailureThreshold> maxFailures() {
        return maxFailures == null && maxFailuresPercent == null
                ? Optional.empty()
                : Optional.of(new FailureThreshold(maxFailures, maxFailuresPercent));
    }

    /** Most hosts of one site at once; empty when only the rollout's own limit holds. */
    public Optional<Integer> parallelPerSite() {
        return Optional.ofNullable(parallelPerSite);
    }

    public Optional<Wave> firstWaiting() {
        return waves.stream().filter(wave -> wave.state() == WaveState.WAITING).findFirst();
    }

    public Optional<Exclusion> exclusion(String server) {
        return exclusions.stream()
                .filter(exclusion -> exclusion.server().equals(server))
                .findFirst();
    }

    public DeploymentOrigin origin() {
        return new DeploymentOrigin(release, change, packageDigest, product, wantedVersion);
    }

    public DeploymentState state() {
        return state;
    }

    /** How it ended; null until it did. */
    public DeploymentState outcome() {
        return outcome;
    }

    public TargetAction goal() {
        return goal;
    }

    public int parallel() {
        return parallel;
    }

    public RolloutOrder order() {
        return order;
    }

    public String planDigest() {
        return planDigest;
    }

    public int targets() {
        return targets;
    }

    public String plannedBy() {
        return plannedBy;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public String haltKey() {
        return haltKey;
    }

    public String haltReason() {
        return haltReason;
    }

    public String verifiedBy() {
        return verifiedBy;
    }

    public String verification() {
        return verification;
    }

    public Set<String> deployers() {
        return Set.copyOf(deployers);
    }

    public List<Wave> waves() {
        return List.copyOf(waves);
    }

    public List<Exclusion> exclusions() {
        return List.copyOf(exclusions);
    }
}
