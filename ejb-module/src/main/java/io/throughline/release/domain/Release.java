package io.throughline.release.domain;

import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an authorized change brings to its servers: acknowledged, planned, built as one package, tested together with its
 * way back, accepted by somebody who did not build it, and then deployed.
 */
@Entity
@Table(name = "release_record")
public class Release extends AuditedRoot {

    @Column(name = "change_number", nullable = false, updatable = false)
    private String change;

    @Column(nullable = false, updatable = false)
    private String title;

    @Column(nullable = false, updatable = false)
    private String product;

    @Column(name = "wanted_version", nullable = false, updatable = false)
    private String wantedVersion;

    @Column(updatable = false)
    private String priority;

    @Column(nullable = false, updatable = false)
    private boolean emergency;

    @Enumerated(EnumType.STRING)
    @Column(name = "release_state", nullable = false)
    private ReleaseState state;

    @Column(name = "manager_number")
    private String manager;

    @Column(name = "owner_number")
    private String owner;

    @Column(name = "specialist_number")
    private String specialist;

    @Embedded
    private Strategy strategy;

    @Column(name = "package_number")
    private String packageNumber;

    @Column(name = "package_digest")
    private String packageDigest;

    @Column(name = "uploaded_by")
    private String uploadedBy;

    @Column(name = "built_by")
    private String builtBy;

    @Column(name = "accepted_by")
    private String acceptedBy;

    private String acceptance;

    @Column(name = "deployment_number")
    private String deployment;

    @Column(name = "repeats_number", updatable = false)
    private String repeats;

    @OneToMany(mappedBy = "release", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<ReleaseTest> tests = new ArrayList<>();

    protected Release() {}

    public Release(RecordNumber number, ReleaseOrder order, Deed deed) {
        this(number, order);
        this.state = ReleaseState.OPEN;
        changed(ReleaseVerb.OPEN, null, state, deed);
    }

    private Release(RecordNumber number, ReleaseOrder order) {
        super(number);
        this.change = order.change();
        this.title = order.title();
        this.product = order.product();
        this.wantedVersion = order.version();
        this.priority = order.priority();
        this.emergency = order.emergency();
        this.manager = order.manager();
    }

    /**
     * A release that carries an accepted one out again, for another change: accepted as that one was.
     *
     * @param built the package of the accepted one
     * @throws Invalid when the package is not what the change wants
     */
    public static Release repeating(
            RecordNumber number, ReleaseOrder order, Release accepted, ReleasePackage built, Deed deed) {
        Release release = new Release(number, order);
        release.requireWanted(built);
        release.owner = accepted.owner;
        release.specialist = accepted.specialist;
        release.strategy = accepted.strategy()
                .map(one -> new Strategy(one.text(), one.pilots(), one.window(), one.deploymentModel()))
                .orElse(null);
        release.attach(built);
        release.builtBy = accepted.builtBy;
        release.acceptedBy = accepted.acceptedBy;
        release.acceptance = accepted.acceptance;
        release.repeats = accepted.number().toString();
        release.state = ReleaseState.ACCEPTED;
        release.changed(ReleaseVerb.REPEAT, null, release.state, deed);
        return release;
    }

    /** The number of a release, from its text. */
    public static RecordNumber number(String text) {
        return RecordNumber.parse(RecordKind.RELEASE, "release", text);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.RELEASE;
    }

    @Override
    public Facts facts() {
        return Facts.of()
                .put("change", change)
                .put("title", title)
                .put("wanted", product + " " + wantedVersion)
                .put("state", state)
                .put("manager", manager)
                .put("owner", owner)
                .put("specialist", specialist)
                .put("strategy", strategy().map(Strategy::text).orElse(null))
                .put("package", packageNumber)
                .put("packageDigest", packageDigest)
                .put("builtBy", builtBy)
                .put("tests", tests.stream().map(ReleaseTest::text).toList())
                .put("acceptedBy", acceptedBy)
                .put("acceptance", acceptance)
                .put("repeats", repeats)
                .put("deployment", deployment);
    }

    /** The Release Manager takes it on and appoints who owns it and who builds it. */
    public void acknowledge(String releaseManager, String appointedOwner, String appointedSpecialist, Deed deed) {
        move(ReleaseVerb.ACKNOWLEDGE, deed);
        this.manager = releaseManager;
        this.owner = appointedOwner;
        this.specialist = appointedSpecialist;
    }

    public void plan(Strategy chosen, Deed deed) {
        requireAcknowledged(ReleaseVerb.PLAN_STRATEGY);
        move(ReleaseVerb.PLAN_STRATEGY, deed);
        this.strategy = chosen;
    }

    /**
     * Attaches the package; tests and acceptance of an earlier one no longer count.
     *
     * @throws Invalid when the package is not what the change wants, or knows no way back
     */
    public void build(ReleasePackage built, Deed deed) {
        requireAcknowledged(ReleaseVerb.BUILD);
        requireWanted(built);
        move(ReleaseVerb.BUILD, deed);
        attach(built);
        this.builtBy = deed.actor();
        this.acceptedBy = null;
        this.acceptance = null;
    }

    private void requireWanted(ReleasePackage built) {
        if (!built.product().equals(product) || !built.productVersion().equals(wantedVersion)) {
            throw Invalid.field(
                    "package",
                    "must be %s %s, which the change wants; it is %s %s"
                            .formatted(product, wantedVersion, built.product(), built.productVersion()));
        }
        if (built.forwardOnly()) {
            throw Invalid.field("package", "must have a rollback; this one is forward only");
        }
    }

    private void attach(ReleasePackage built) {
        this.packageNumber = built.number().toString();
        this.packageDigest = built.digest();
        this.uploadedBy = built.uploadedBy();
    }

    /** A test of the attached package is asked for. */
    public void test(Deed deed) {
        move(ReleaseVerb.TEST, deed);
    }

    /**
     * @throws Conflict when another package was tested than the one that is attached now
     */
    public void recordTest(TestResult result, Deed deed) {
        ReleaseState.transitions().require(number(), state, ReleaseVerb.RECORD_TEST);
        if (!result.digest().equals(packageDigest)) {
            throw new Conflict(
                    "digest-differs",
                    "%s: the package with digest %s was tested, but %s is attached."
                            .formatted(number(), result.digest(), packageDigest),
                    Map.of("record", number().toString(), "tested", result.digest(), "attached", packageDigest));
        }
        moveTo(ReleaseVerb.RECORD_TEST, result.passed() ? ReleaseState.TESTED : ReleaseState.BUILT, deed);
        tests.add(new ReleaseTest(this, result, deed.at()));
    }

    /**
     * @throws Forbidden when who built or uploaded the package accepts it
     */
    public void accept(String text, Deed deed) {
        ReleaseState.transitions().require(number(), state, ReleaseVerb.ACCEPT);
        if (deed.actor().equals(builtBy) || deed.actor().equals(uploadedBy)) {
            throw Forbidden.fourEyes(number(), "builder", "accept");
        }
        if (strategy().isEmpty()) {
            throw new Conflict(
                    "strategy-missing",
                    number() + ": a release is accepted against its strategy, and it has none yet.",
                    Map.of("record", number().toString()));
        }
        move(ReleaseVerb.ACCEPT, deed);
        this.acceptedBy = deed.actor();
        this.acceptance = text;
    }

    public void schedule(String plannedDeployment, Deed deed) {
        move(ReleaseVerb.SCHEDULE, deed);
        this.deployment = plannedDeployment;
    }

    /** The deployment was given up before it began; another may be planned. */
    public void unschedule(Deed deed) {
        move(ReleaseVerb.UNSCHEDULE, deed);
        this.deployment = null;
    }

    /**
     * @param succeeded whether the servers have, at least in part, what was released
     */
    public void recordDeployment(boolean succeeded, Deed deed) {
        moveTo(ReleaseVerb.RECORD_DEPLOYMENT, succeeded ? ReleaseState.DEPLOYED : ReleaseState.FAILED, deed);
    }

    public void close(Deed deed) {
        move(ReleaseVerb.CLOSE, deed);
    }

    public void cancel(Deed deed) {
        move(ReleaseVerb.CANCEL, deed);
    }

    private void requireAcknowledged(ReleaseVerb verb) {
        ReleaseState.transitions().require(number(), state, verb);
        if (owner == null) {
            throw new Conflict(
                    "not-acknowledged",
                    number() + ": the Release Manager has not acknowledged it and appointed its owner yet.",
                    Map.of("record", number().toString()));
        }
    }

    private void move(ReleaseVerb verb, Deed deed) {
        moveTo(verb, ReleaseState.transitions().after(number(), state, verb), deed);
    }

    private void moveTo(ReleaseVerb verb, ReleaseState to, Deed deed) {
        ReleaseState from = state;
        state = ReleaseState.transitions().after(number(), from, verb, to);
        changed(verb, from, state, deed);
    }

    public ReleaseOrder order() {
        return new ReleaseOrder(change, title, product, wantedVersion, priority, emergency, manager);
    }

    public ReleaseState state() {
        return state;
    }

    public String change() {
        return change;
    }

    public String owner() {
        return owner;
    }

    public String specialist() {
        return specialist;
    }

    /** Empty until it is planned. */
    public Optional<Strategy> strategy() {
        return Optional.ofNullable(strategy).filter(planned -> planned.text() != null);
    }

    /** Number of the attached package; null until there is one. */
    public String packageNumber() {
        return packageNumber;
    }

    public String packageDigest() {
        return packageDigest;
    }

    public String builtBy() {
        return builtBy;
    }

    public String acceptedBy() {
        return acceptedBy;
    }

    public String acceptance() {
        return acceptance;
    }

    /** Number of the deployment that is planned or ran; null when none is. */
    public String deployment() {
        return deployment;
    }

    /** Number of the accepted release that this one carries out again; null when it is none. */
    public String repeats() {
        return repeats;
    }

    public List<ReleaseTest> tests() {
        return List.copyOf(tests);
    }
}
