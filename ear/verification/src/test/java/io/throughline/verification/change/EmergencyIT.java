package io.throughline.verification.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.change.domain.ChangeSearch;
import io.throughline.change.domain.ChangeSearch.Owed;
import io.throughline.change.domain.ChangeType;
import io.throughline.change.service.AuthorizationService;
import io.throughline.change.service.ChangeCommands;
import io.throughline.change.service.ChangeService;
import io.throughline.change.service.ChangeView;
import io.throughline.change.service.ReviewService;
import io.throughline.change.service.emergency.OverdueReminder;
import io.throughline.communication.service.MessageService;
import io.throughline.communication.service.MessageView;
import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.domain.plan.PlanRequest;
import io.throughline.deployment.domain.plan.WaveRequest;
import io.throughline.deployment.service.DeploymentCommands;
import io.throughline.deployment.service.DeploymentPlanning;
import io.throughline.deployment.service.DeploymentReader;
import io.throughline.deployment.service.DeploymentService;
import io.throughline.deployment.service.DeploymentView;
import io.throughline.identity.domain.Role;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.persistence.ThroughlineDataSource;
import io.throughline.release.service.ReleaseView;
import io.throughline.verification.fixture.CartRelease;
import io.throughline.verification.fixture.Fleet;
import io.throughline.verification.fixture.Sessions;
import io.throughline.verification.fixture.SshHost;
import io.throughline.verification.harness.InContainer;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one person authorized alone: who must be the others, who is told, and what happens when nobody comes. */
class EmergencyIT extends InContainer {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject
    private Fleet fleet;

    @Inject
    private CartRelease cart;

    @Inject
    private ChangeService changes;

    @Inject
    private AuthorizationService authorizations;

    @Inject
    private ReviewService reviews;

    @Inject
    private DeploymentPlanning planning;

    @Inject
    private DeploymentService deployments;

    @Inject
    private DeploymentReader reader;

    @Inject
    private MessageService messages;

    @EJB
    private OverdueReminder reminder;

    @Resource(lookup = ThroughlineDataSource.JNDI_NAME)
    private DataSource dataSource;

    private static PersonView requester;
    private static PersonView authority;
    private static PersonView seconder;
    private static CartRelease.Staff staff;
    private String service;
    private SshHost first;
    private SshHost second;

    @BeforeEach
    void aServiceOnTwoHostsAndThreeWhoMayDoAlmostEverything() throws Exception {
        // once for all tests: a password is made to be slow
        if (staff == null) {
            requester = cart.signer(Role.INCIDENT_ANALYST, Role.CHANGE_AUTHORITY, Role.CHANGE_MANAGER);
            authority = cart.signer(Role.CHANGE_AUTHORITY, Role.CHANGE_MANAGER);
            seconder = cart.signer(Role.CHANGE_AUTHORITY, Role.CHANGE_MANAGER);
            CartRelease.Staff others = cart.staff();
            staff = new CartRelease.Staff(
                    requester,
                    others.manager(),
                    others.assessor(),
                    authority,
                    others.releaseManager(),
                    others.owner(),
                    others.specialist());
        }
        service = fleet.service();
        first = new SshHost("4.2.7");
        second = new SshHost("4.2.7");
        fleet.server(first, "4.2.7", service);
        fleet.server(second, "4.2.7", service);
    }

    @AfterEach
    void noHostIsLeft() throws Exception {
        first.close();
        second.close();
    }

    @Test
    void aRolloutThatNobodySecondedInTimeEndsWithTheHostInFlightAndGoesOnOnceSomebodyDid() throws Exception {
        DeploymentView deployment = started(cart.acceptedAlone(staff, service, CartRelease.working()));
        waitFor(deployment, current -> current.inFlight() == 1);

        secondingWasDue(deployment.change());
        first.letGo();
        second.letGo();
        DeploymentView paused =
                waitFor(deployment, current -> current.state() == DeploymentState.PAUSED && current.inFlight() == 0);

        assertThat(paused.haltKey()).isEqualTo("break-glass-not-seconded");
        assertThat(installs())
                .as("the one in flight finished, the other was not begun")
                .containsExactly("install 4.2.8");
        assertThatThrownBy(() ->
                        as(staff.specialist(), () -> deployments.resume(number(paused.number()), paused.version())))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("break-glass-not-seconded"));

        ChangeView alone = as(requester, () -> changes.get(number(deployment.change())));
        as(seconder, () -> authorizations.second(number(alone.number()), alone.version(), sign()));
        as(staff.specialist(), () -> deployments.resume(number(paused.number()), paused.version()));
        waitFor(deployment, current -> current.state() == DeploymentState.IMPLEMENTED);

        assertThat(installs()).containsExactly("install 4.2.8", "install 4.2.8");
        assertThat(List.of(first.level(), second.level())).containsOnly("4.2.8");
    }

    @Test
    void whoMaySecondIsToldAndRemindedOnceAndTheListNamesWhatIsOverdue() throws Exception {
        ChangeView alone = authorizedAlone();

        assertThat(told(alone, "please second"))
                .contains(seconder.number())
                .doesNotContain(requester.number(), authority.number());
        assertThat(listed(ChangeSearch.owing(Owed.SECONDING))).contains(alone.number());
        assertThat(listed(ChangeSearch.overdue(Owed.SECONDING))).doesNotContain(alone.number());

        secondingWasDue(alone.number());
        reminder.remind();
        reminder.remind();
        assertThat(listed(ChangeSearch.overdue(Owed.SECONDING))).contains(alone.number());
        assertThat(told(alone, "nobody has seconded")).containsOnlyOnce(seconder.number());

        for (PersonView excluded : List.of(requester, authority)) {
            assertFourEyes(() ->
                    as(excluded, () -> authorizations.second(number(alone.number()), alone.version(), sign())));
        }
        as(seconder, () -> authorizations.second(number(alone.number()), alone.version(), sign()));
        assertThat(listed(ChangeSearch.owing(Owed.SECONDING))).doesNotContain(alone.number());
        assertThat(listed(ChangeSearch.overdue(Owed.SECONDING))).doesNotContain(alone.number());
    }

    @Test
    void somebodyElseLooksBackAlsoOnWhatWasCancelled() throws Exception {
        ChangeView alone = authorizedAlone();
        ChangeView seconded =
                as(seconder, () -> authorizations.second(number(alone.number()), alone.version(), sign()));
        ChangeView cancelled = as(
                staff.manager(),
                () -> reviews.cancel(
                        number(alone.number()), seconded.version(), new ChangeCommands.Reason("it went away")));

        assertThat(told(alone, "a look back is due"))
                .contains(staff.manager().number())
                .doesNotContain(requester.number(), authority.number(), seconder.number());
        assertThat(listed(ChangeSearch.owing(Owed.RETROSPECTIVE))).contains(alone.number());
        for (PersonView excluded : List.of(requester, authority, seconder)) {
            assertFourEyes(() -> as(excluded, () -> lookBack(cancelled)));
        }

        ChangeView done = as(staff.manager(), () -> lookBack(cancelled));
        assertThat(done.review().retrospectiveBy()).isEqualTo(staff.manager().number());
        assertThat(listed(ChangeSearch.owing(Owed.RETROSPECTIVE))).doesNotContain(alone.number());
    }

    private ChangeView lookBack(ChangeView change) {
        return reviews.lookBack(
                number(change.number()),
                change.version(),
                new ChangeCommands.Text("The calendar has the renewal now."));
    }

    private ChangeView authorizedAlone() throws Exception {
        ChangeView raised = cart.raised(staff, service, ChangeType.EMERGENCY);
        return cart.authorizedAlone(staff, raised);
    }

    /** A canary and the rest; both hosts hold what they are told until they are let go. */
    private DeploymentView started(ReleaseView release) throws Exception {
        first.hold();
        second.hold();
        PlanRequest plan = new PlanRequest(
                List.of(
                        new WaveRequest("canary", 1, null, null, null, null, null, null, null),
                        new WaveRequest("rest", null, 100, null, null, null, null, null, null)),
                4,
                null,
                null,
                null,
                null);
        DeploymentView planned =
                as(staff.owner(), () -> planning.plan(new DeploymentCommands.Plan(release.number(), plan)));
        DeploymentView confirmed =
                as(staff.manager(), () -> planning.confirm(number(planned.number()), planned.version()));
        return as(staff.specialist(), () -> deployments.start(number(planned.number()), confirmed.version()));
    }

    private DeploymentView waitFor(DeploymentView deployment, Predicate<DeploymentView> condition) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> as(staff.owner(), () -> reader.get(number(deployment.number()))), condition);
    }

    private List<String> installs() throws Exception {
        List<String> all = new ArrayList<>(first.ledger());
        all.addAll(second.ledger());
        return all;
    }

    /** Puts the end of the time for a second person into the past. */
    private void secondingWasDue(String change) throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE change_authorization SET second_due = ? WHERE current_for = ?")) {
            update.setTimestamp(1, Timestamp.from(Instant.now(Clock.systemUTC()).minusSeconds(1)));
            update.setString(2, change);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    /** Numbers of the people who got a message about the change whose subject says this. */
    private List<String> told(ChangeView change, String subject) throws Exception {
        return as(staff.manager(), () -> {
            List<String> people = new ArrayList<>();
            Long before = null;
            do {
                Page<MessageView> page = messages.page(null, change.number(), before, 200);
                page.items().stream()
                        .filter(message -> message.subject().contains(subject))
                        .forEach(message -> people.add(message.person()));
                before = page.next();
            } while (before != null);
            return people;
        });
    }

    private List<String> listed(ChangeSearch search) throws Exception {
        return as(staff.manager(), () -> changes.page(search, null, 200)).items().stream()
                .map(ChangeView::number)
                .toList();
    }

    private static void assertFourEyes(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Forbidden.class, refusal -> assertThat(refusal.key()).isEqualTo("four-eyes"));
    }

    private static ChangeCommands.Sign sign() {
        return new ChangeCommands.Sign(CartRelease.PASSWORD);
    }

    private static <T> T as(PersonView person, Callable<T> work) throws Exception {
        return Sessions.as(person.number(), work);
    }

    private static RecordNumber number(String number) {
        return RecordNumber.parse(number);
    }
}
