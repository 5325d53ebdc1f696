package io.throughline.verification.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.change.domain.ChangeState;
import io.throughline.change.service.AuthorizationService;
import io.throughline.change.service.ChangeCommands;
import io.throughline.change.service.ChangeService;
import io.throughline.change.service.ChangeView;
import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.domain.WaveState;
import io.throughline.deployment.domain.plan.PlanRequest;
import io.throughline.deployment.domain.plan.SuccessThreshold;
import io.throughline.deployment.domain.plan.WaveGate;
import io.throughline.deployment.domain.plan.WaveRequest;
import io.throughline.deployment.domain.target.TargetState;
import io.throughline.deployment.service.DeploymentCommands;
import io.throughline.deployment.service.DeploymentPlanning;
import io.throughline.deployment.service.DeploymentReader;
import io.throughline.deployment.service.DeploymentService;
import io.throughline.deployment.service.DeploymentView;
import io.throughline.deployment.service.RolloutLedger;
import io.throughline.deployment.service.TargetService;
import io.throughline.deployment.service.TargetView;
import io.throughline.identity.domain.Role;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.domain.refusal.Refusal;
import io.throughline.kernel.domain.refusal.Stale;
import io.throughline.kernel.persistence.ThroughlineDataSource;
import io.throughline.kernel.service.Acting;
import io.throughline.release.domain.ReleaseState;
import io.throughline.release.service.PackageService;
import io.throughline.release.service.ReleaseCommands;
import io.throughline.release.service.ReleaseService;
import io.throughline.release.service.ReleaseView;
import io.throughline.verification.fixture.CartRelease;
import io.throughline.verification.fixture.Fleet;
import io.throughline.verification.fixture.Sessions;
import io.throughline.verification.fixture.SshHost;
import io.throughline.verification.harness.InContainer;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A release and its deployment in the container, on servers that nobody can reach. */
class DeploymentIT extends InContainer {

    @Inject
    private Fleet fleet;

    @Inject
    private CartRelease cart;

    @Inject
    private ChangeService changes;

    @Inject
    private AuthorizationService authorizations;

    @Inject
    private ReleaseService releases;

    @Inject
    private PackageService packages;

    @Inject
    private DeploymentPlanning planning;

    @Inject
    private DeploymentService deployments;

    @Inject
    private TargetService targets;

    @Inject
    private DeploymentReader reader;

    @Inject
    private RolloutLedger ledger;

    @Resource(lookup = ThroughlineDataSource.JNDI_NAME)
    private DataSource dataSource;

    private CartRelease.Staff staff;
    private PersonView manager;
    private PersonView authority;
    private PersonView owner;
    private PersonView specialist;
    private PersonView operator;
    private String service;

    @BeforeEach
    void aServiceAndThePeopleOfARelease() throws Exception {
        staff = cart.staff();
        manager = staff.manager();
        authority = staff.authority();
        owner = staff.owner();
        specialist = staff.specialist();
        operator = cart.person(Role.OPERATOR);
        service = fleet.service();
        fleet.server("4.2.7", service);
        fleet.server("4.2.7", service);
        fleet.server("4.2.7", service);
    }

    @Test
    void silenceStopsTheRolloutAndExclusionsByTwoPeopleLetItEnd() throws Exception {
        DeploymentView planned = planned(accepted());
        DeploymentView confirmed = as(manager, () -> planning.confirm(number(planned), planned.version()));
        assertThat(confirmed.state()).isEqualTo(DeploymentState.CONFIRMED);
        as(specialist, () -> deployments.start(number(planned), confirmed.version()));
        assertThat(change(planned).state()).isEqualTo(ChangeState.IN_IMPLEMENTATION);

        DeploymentView stopped = paused(planned);
        assertThat(stopped.haltKey()).isEqualTo("wave-failed");
        assertThat(stopped.waves())
                .extracting(wave -> wave.state())
                .containsExactly(WaveState.FAILED, WaveState.WAITING);
        TargetView canary = as(owner, () -> reader.targets(number(planned), null, 1, null, 10))
                .items()
                .get(0);
        assertThat(canary.state()).isIn(TargetState.UNREACHABLE, TargetState.QUARANTINED);
        assertThat(as(owner, () -> reader.target(number(planned), canary.server()))
                        .evidence())
                .isNotEmpty();

        assertThatThrownBy(() -> as(specialist, () -> deployments.resume(number(planned), stopped.version())))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("wave-failed"));
        DeploymentView asked = exclude(stopped, canary.server());
        assertThatThrownBy(() -> as(
                        specialist, () -> targets.approveExclusion(number(planned), asked.version(), canary.server())))
                .isInstanceOf(Forbidden.class);
        DeploymentView approved = approve(asked, canary.server());
        as(specialist, () -> deployments.resume(number(planned), approved.version()));

        DeploymentView again = paused(planned);
        assertThat(again.waves()).extracting(wave -> wave.state()).containsExactly(WaveState.PASSED, WaveState.FAILED);
        DeploymentView current = again;
        for (TargetView target : as(owner, () -> reader.targets(number(planned), null, 2, null, 10))
                .items()) {
            current = approve(exclude(current, target.server()), target.server());
        }
        long version = current.version();
        as(specialist, () -> deployments.resume(number(planned), version));
        DeploymentView ended = waitFor(planned, DeploymentState.IMPLEMENTED);

        assertThatThrownBy(() -> as(specialist, () -> deployments.verify(number(planned), ended.version(), seen())))
                .isInstanceOf(Forbidden.class);
        DeploymentView verified = as(manager, () -> deployments.verify(number(planned), ended.version(), seen()));
        assertThat(change(planned).state()).isEqualTo(ChangeState.IMPLEMENTED);
        assertThat(release(planned).state()).isEqualTo(ReleaseState.DEPLOYED);
        as(manager, () -> deployments.close(number(planned), verified.version()));
        assertThat(release(planned).state()).isEqualTo(ReleaseState.CLOSED);
        assertThat(verified.thread()).isEqualTo(change(planned).thread());
    }

    @Test
    void aWaveBeginsByApprovalAndNeverAreMoreServersDownThanTheServiceBears() throws Exception {
        try (SshHost one = new SshHost("4.2.7");
                SshHost two = new SshHost("4.2.7");
                SshHost three = new SshHost("4.2.7")) {
            service = fleet.service(2);
            for (SshHost host : List.of(one, two, three)) {
                fleet.server(host, "4.2.7", service);
            }
            ReleaseView release = cart.accepted(staff, service, CartRelease.working());
            DeploymentView planned = plan(
                    release,
                    new WaveRequest("canary", 1, null, null, null, null, null, null, null),
                    new WaveRequest(
                            "rest",
                            null,
                            100,
                            null,
                            null,
                            null,
                            null,
                            new SuccessThreshold(2, 100),
                            WaveGate.APPROVAL));
            DeploymentView confirmed = as(manager, () -> planning.confirm(number(planned), planned.version()));
            as(specialist, () -> deployments.start(number(planned), confirmed.version()));

            DeploymentView waiting = paused(planned);
            assertThat(waiting.haltKey()).isEqualTo("wave-approval");
            assertThat(waiting.waves())
                    .extracting(wave -> wave.state())
                    .containsExactly(WaveState.PASSED, WaveState.WAITING);
            assertThatThrownBy(() -> as(specialist, () -> deployments.approveWave(number(planned), waiting.version())))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> as(specialist, () -> deployments.resume(number(planned), waiting.version())))
                    .isInstanceOfSatisfying(
                            Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("wave-approval"));
            as(manager, () -> deployments.approveWave(number(planned), waiting.version()));
            DeploymentView ended = waitFor(planned, DeploymentState.IMPLEMENTED);

            assertThat(ended.waves().get(1).openedBy()).isEqualTo(manager.number());
            List<TargetView> rest = as(owner, () -> reader.targets(number(planned), null, 2, null, 10))
                    .items();
            assertThat(rest.get(1).intendedAt())
                    .as("only one of three may be down, so the last begins when the one before has answered")
                    .isAfterOrEqualTo(rest.get(0).answeredAt());
            assertThat(List.of(one.level(), two.level(), three.level())).containsOnly("4.2.8");
        }
    }

    @Test
    void atTheEndOfItsWindowARolloutPausesAndGoesOnByTheSignatureThatExtendsIt() throws Exception {
        try (SshHost one = new SshHost("4.2.7");
                SshHost two = new SshHost("4.2.7")) {
            service = fleet.service();
            fleet.server(one, "4.2.7", service);
            fleet.server(two, "4.2.7", service);
            DeploymentView planned = planned(cart.accepted(staff, service, CartRelease.working()));
            DeploymentView confirmed = as(manager, () -> planning.confirm(number(planned), planned.version()));
            one.hold();
            two.hold();
            as(specialist, () -> deployments.start(number(planned), confirmed.version()));
            waitFor(planned, current -> current.states().containsKey(TargetState.INTENDED));
            endWindow(planned.change());
            one.letGo();
            two.letGo();

            DeploymentView stopped = paused(planned);
            assertThat(stopped.haltKey()).isEqualTo("window-over");
            assertThat(stopped.states()).containsEntry(TargetState.PENDING, 1L).hasSize(2);
            ChangeView change = change(planned);
            as(
                    authority,
                    () -> authorizations.extend(
                            RecordNumber.parse(change.number()),
                            change.version(),
                            new ChangeCommands.Extend(
                                    Clock.systemUTC().instant().plus(Duration.ofHours(1)), CartRelease.PASSWORD)));
            DeploymentView ended = waitFor(planned, DeploymentState.IMPLEMENTED);

            assertThat(ended.deployers()).containsExactly(specialist.number());
            assertThat(List.of(one.ledger(), two.ledger())).containsOnly(List.of("install 4.2.8"));
        }
    }

    @Test
    void aRollbackThatWasPausedGoesOnAlsoWhenTheWindowIsOver() throws Exception {
        try (SshHost one = new SshHost("4.2.7");
                SshHost two = new SshHost("4.2.7")) {
            service = fleet.service();
            fleet.server(one, "4.2.7", service);
            fleet.server(two, "4.2.7", service);
            ReleaseView release = cart.accepted(staff, service, CartRelease.working());
            DeploymentView planned =
                    plan(release, 1, new WaveRequest("all", null, 100, null, null, null, null, null, null));
            DeploymentView confirmed = as(manager, () -> planning.confirm(number(planned), planned.version()));
            as(specialist, () -> deployments.start(number(planned), confirmed.version()));
            DeploymentView implemented = waitFor(planned, DeploymentState.IMPLEMENTED);
            one.hold();
            two.hold();
            as(
                    specialist,
                    () -> deployments.rollBack(
                            number(planned), implemented.version(), new DeploymentCommands.Reason("carts are lost")));
            DeploymentView back = waitFor(planned, current -> current.states().containsKey(TargetState.INTENDED));
            as(specialist, () -> deployments.pause(number(planned), back.version(), null));
            endWindow(planned.change());
            one.letGo();
            two.letGo();
            DeploymentView stopped = paused(planned);
            assertThat(stopped.states())
                    .containsEntry(TargetState.ROLLED_BACK, 1L)
                    .containsEntry(TargetState.VERIFIED, 1L);

            as(specialist, () -> deployments.resume(number(planned), stopped.version()));

            waitFor(planned, DeploymentState.BACKED_OUT);
            assertThat(List.of(one.level(), two.level())).containsOnly("4.2.7");
        }
    }

    @Test
    void aMuteHostThatStopsTheRolloutIsVerifiedUnaskedSoThatItCanGoOn() throws Exception {
        try (SshHost host = new SshHost("4.2.7")) {
            service = fleet.service();
            fleet.server(host, "4.2.7", service);
            ReleaseView release = cart.accepted(staff, service, CartRelease.working());
            DeploymentView planned =
                    plan(release, new WaveRequest("all", null, 100, null, null, null, null, null, null));
            DeploymentView confirmed = as(manager, () -> planning.confirm(number(planned), planned.version()));
            host.hold();
            as(specialist, () -> deployments.start(number(planned), confirmed.version()));
            await().atMost(Duration.ofSeconds(90)).until(host::hasBegun);
            host.cut();
            DeploymentView stopped = waitFor(planned, current -> current.state() == DeploymentState.PAUSED);
            assertThat(stopped.haltKey()).isEqualTo("wave-failed");
            host.letGo();

            DeploymentView known = waitFor(planned, current -> current.failing() == 0 && current.inFlight() == 0);
            assertThat(known.state()).isEqualTo(DeploymentState.PAUSED);
            assertThat(known.states()).containsOnlyKeys(TargetState.PENDING);
            as(specialist, () -> deployments.resume(number(planned), known.version()));

            waitFor(planned, DeploymentState.IMPLEMENTED);
            assertThat(host.ledger()).containsExactly("install 4.2.8");
        }
    }

    /** Lets the window of a change be over, past the clock. */
    private void endWindow(String change) throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE change_authorization SET window_to = ? WHERE current_for = ?")) {
            update.setTimestamp(1, Timestamp.from(Clock.systemUTC().instant()));
            update.setString(2, change);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void aServiceWithNothingToSpareLosesNoServer() throws Exception {
        service = fleet.service(1);
        fleet.server("4.2.7", service);
        DeploymentView planned =
                plan(accepted(), new WaveRequest("all", null, 100, null, null, null, null, null, null));
        DeploymentView confirmed = as(manager, () -> planning.confirm(number(planned), planned.version()));
        as(specialist, () -> deployments.start(number(planned), confirmed.version()));

        DeploymentView stopped = paused(planned);

        assertThat(stopped.haltKey()).isEqualTo("no-capacity");
        assertThat(stopped.haltReason()).contains(service + " needs 1 of its 1 servers up");
        assertThat(stopped.states()).containsOnlyKeys(TargetState.PENDING);
    }

    @Test
    void whoeverIsNotChangeConfirmsNothingAndNothingStartsUnconfirmed() throws Exception {
        DeploymentView planned = planned(accepted());

        assertThatThrownBy(() -> as(specialist, () -> planning.confirm(number(planned), planned.version())))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as(specialist, () -> deployments.start(number(planned), planned.version())))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("illegal-transition"));
        assertThatThrownBy(() -> as(owner, () -> deployments.start(number(planned), planned.version())))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as(manager, () -> planning.confirm(number(planned), planned.version() + 1)))
                .isInstanceOf(Stale.class);
        assertThat(as(owner, () -> reader.get(number(planned))).state()).isEqualTo(DeploymentState.PLANNED);
    }

    @Test
    void aWithdrawnAuthorizationLetsNothingStart() throws Exception {
        DeploymentView planned = planned(accepted());
        DeploymentView confirmed = as(manager, () -> planning.confirm(number(planned), planned.version()));
        ChangeView change = change(planned);
        as(
                authority,
                () -> authorizations.withdraw(
                        RecordNumber.parse(change.number()),
                        change.version(),
                        new ChangeCommands.Reason("the vendor called the patch back")));

        assertThatThrownBy(() -> as(specialist, () -> deployments.start(number(planned), confirmed.version())))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("authorization-withdrawn"));

        DeploymentView after = as(owner, () -> reader.get(number(planned)));
        assertThat(after.state()).isEqualTo(DeploymentState.CONFIRMED);
        assertThat(after.states()).containsOnlyKeys(TargetState.PENDING);
    }

    @Test
    void aDeploymentThatIsGivenUpFreesItsRelease() throws Exception {
        DeploymentView planned = planned(accepted());
        assertThat(release(planned).state()).isEqualTo(ReleaseState.SCHEDULED);

        DeploymentView aborted = as(
                specialist,
                () -> deployments.abort(
                        number(planned), planned.version(), new DeploymentCommands.Reason("another plan is better")));

        assertThat(aborted.state()).isEqualTo(DeploymentState.ABORTED);
        assertThat(release(planned).state()).isEqualTo(ReleaseState.ACCEPTED);
    }

    @Test
    void aBadPlanLeavesNothingBehind() throws Exception {
        ReleaseView release = accepted();
        WaveRequest unknown = new WaveRequest(null, null, null, List.of("SRV-999999"), null, null, null, null, null);

        assertThatThrownBy(() -> plan(release, unknown)).isInstanceOf(Invalid.class);

        assertThat(as(owner, () -> releases.get(RecordNumber.parse(release.number())))
                        .state())
                .isEqualTo(ReleaseState.ACCEPTED);
        assertThat(as(owner, () -> reader.page(null, release.change(), null, 10))
                        .items())
                .isEmpty();
    }

    @Test
    void onlyTheMachineClaimsServersAndOpensPackages() throws Exception {
        DeploymentView planned = planned(accepted());

        assertThatThrownBy(() -> as(specialist, () -> ledger.claimBatch(planned.number(), "mine", 10)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as(specialist, () -> packages.open(planned.packageDigest())))
                .isInstanceOf(Forbidden.class);
        assertThat(asMachine(() -> ledger.claimBatch(planned.number(), "mine", 10)))
                .as("nothing may be claimed before it is confirmed and started")
                .isEmpty();
        assertThat(asMachine(() -> packages.open(planned.packageDigest())).digest())
                .isEqualTo(planned.packageDigest());
    }

    @Test
    void aReleaseIsNotAcceptedByItsBuilderNorBeforeItsTest() throws Exception {
        ReleaseView built = cart.built(staff, service, CartRelease.idle());
        PersonView both = cart.person(Role.RELEASE_SPECIALIST, Role.RELEASE_MANAGER);

        assertThatThrownBy(() -> cart.accept(owner, built)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(
                        both,
                        () -> releases.test(
                                RecordNumber.parse(built.number()),
                                built.version(),
                                new ReleaseCommands.Test(built.change()))))
                .isInstanceOf(Invalid.class);
        ReleaseView tested = cart.tested(staff, built);
        assertThatThrownBy(() -> cart.accept(specialist, tested)).isInstanceOf(Forbidden.class);
        assertThat(cart.accept(owner, tested).state()).isEqualTo(ReleaseState.ACCEPTED);
    }

    @Test
    void aReleaseSaysPackageInJson() throws Exception {
        ReleaseView built = cart.built(staff, service, CartRelease.idle());
        try (Jsonb jsonb = JsonbBuilder.create()) {
            assertThat(jsonb.toJson(built))
                    .contains("\"package\":{")
                    .contains("\"sha256\":\"" + built.attached().sha256() + "\"");
            assertThat(jsonb.fromJson("{\"package\": \"PKG-000001\"}", ReleaseCommands.Build.class)
                            .releasePackage())
                    .isEqualTo("PKG-000001");
        }
    }

    private DeploymentView planned(ReleaseView release) throws Exception {
        return plan(
                release,
                new WaveRequest("canary", 1, null, null, null, null, null, null, null),
                new WaveRequest("rest", null, 100, null, null, null, null, null, null));
    }

    private DeploymentView plan(ReleaseView release, WaveRequest... waves) throws Exception {
        return plan(release, 4, waves);
    }

    private DeploymentView plan(ReleaseView release, int parallel, WaveRequest... waves) throws Exception {
        PlanRequest plan = new PlanRequest(List.of(waves), parallel, null, null, null, null);
        return as(owner, () -> planning.plan(new DeploymentCommands.Plan(release.number(), plan)));
    }

    private ReleaseView accepted() throws Exception {
        return cart.accepted(staff, service, CartRelease.idle());
    }

    private DeploymentView exclude(DeploymentView deployment, String server) throws Exception {
        return as(
                specialist,
                () -> targets.exclude(
                        number(deployment),
                        deployment.version(),
                        new DeploymentCommands.Exclude(server, "is taken out of service tonight")));
    }

    private DeploymentView approve(DeploymentView deployment, String server) throws Exception {
        return as(operator, () -> targets.approveExclusion(number(deployment), deployment.version(), server));
    }

    /** The rollout has stopped by itself and nothing is in hand any more. */
    private DeploymentView paused(DeploymentView deployment) {
        return waitFor(deployment, DeploymentState.PAUSED);
    }

    private DeploymentView waitFor(DeploymentView deployment, DeploymentState state) {
        return waitFor(deployment, current -> current.state() == state && current.inFlight() == 0);
    }

    private DeploymentView waitFor(DeploymentView deployment, Predicate<DeploymentView> until) {
        return await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> as(owner, () -> reader.get(number(deployment))), until);
    }

    private ChangeView change(DeploymentView deployment) throws Exception {
        return as(manager, () -> changes.get(RecordNumber.parse(deployment.change())));
    }

    private ReleaseView release(DeploymentView deployment) throws Exception {
        return as(owner, () -> releases.get(RecordNumber.parse(deployment.release())));
    }

    private static DeploymentCommands.Verify seen() {
        return new DeploymentCommands.Verify("the front door answers");
    }

    private static <T> T as(PersonView person, Callable<T> work) throws Exception {
        return Sessions.as(person.number(), work);
    }

    private <T> T asMachine(Callable<T> work) throws Exception {
        return Acting.as(Acting.Account.machine("rollout", specialist.number(), "test"), work);
    }

    private static RecordNumber number(DeploymentView deployment) {
        return RecordNumber.parse(deployment.number());
    }
}
