package io.throughline.verification.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.change.domain.ChangePriority;
import io.throughline.change.domain.ChangeState;
import io.throughline.change.domain.ChangeType;
import io.throughline.change.domain.Outcome;
import io.throughline.change.domain.assessment.Perspective;
import io.throughline.change.domain.assessment.Verdict;
import io.throughline.change.domain.authorization.AuthorizationState;
import io.throughline.change.domain.authorization.Binding;
import io.throughline.change.domain.authorization.Objection;
import io.throughline.change.domain.authorization.ServerResult;
import io.throughline.change.service.AssessmentService;
import io.throughline.change.service.AuthorizationCheck;
import io.throughline.change.service.AuthorizationLinkService;
import io.throughline.change.service.AuthorizationService;
import io.throughline.change.service.ChangeCommands;
import io.throughline.change.service.ChangeConfirmation;
import io.throughline.change.service.ChangeService;
import io.throughline.change.service.ChangeTargets;
import io.throughline.change.service.ChangeTemplateService;
import io.throughline.change.service.ChangeView;
import io.throughline.change.service.CoordinationService;
import io.throughline.change.service.ImplementationRecord;
import io.throughline.change.service.ReviewService;
import io.throughline.change.service.TemplateCommand;
import io.throughline.change.service.TemplateView;
import io.throughline.configuration.service.Baselines;
import io.throughline.configuration.service.ServerReservations;
import io.throughline.configuration.service.ServerService;
import io.throughline.configuration.service.ServerView;
import io.throughline.identity.domain.Channel;
import io.throughline.identity.domain.PersonDetails;
import io.throughline.identity.domain.Role;
import io.throughline.identity.service.PersonService;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.verification.fixture.Fleet;
import io.throughline.verification.fixture.Sessions;
import io.throughline.verification.harness.InContainer;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes in the container: mapping, rights, signatures, transactions, and what they hold and leave behind. */
class ChangeIT extends InContainer {

    private static final String PASSWORD = "correct horse battery staple";
    private static final String PACKAGE = "a".repeat(64);
    private static final String PLAN = "b".repeat(64);

    @Inject
    private Fleet fleet;

    @Inject
    private ChangeService changes;

    @Inject
    private AssessmentService assessments;

    @Inject
    private AuthorizationService authorizations;

    @Inject
    private AuthorizationLinkService links;

    @Inject
    private AuthorizationCheck check;

    @Inject
    private ChangeConfirmation confirmation;

    @Inject
    private CoordinationService coordination;

    @Inject
    private ImplementationRecord implementation;

    @Inject
    private ReviewService reviews;

    @Inject
    private ChangeTargets targets;

    @Inject
    private ChangeTemplateService templates;

    @Inject
    private ServerService servers;

    @Inject
    private Baselines baselines;

    @Inject
    private ServerReservations reservations;

    @Inject
    private PersonService people;

    @Resource
    private UserTransaction transaction;

    private static PersonView requester;
    private static PersonView manager;
    private static PersonView assessor;
    private static PersonView authority;
    private static PersonView releaseManager;
    private String service;
    private ServerView server;

    @BeforeEach
    void aServiceAndThePeopleOfAChange() throws Exception {
        // once for all tests: a password is made to be slow
        if (releaseManager == null) {
            requester = person(Role.INCIDENT_ANALYST, Role.CHANGE_AUTHORITY);
            manager = person(Role.CHANGE_MANAGER);
            assessor = Sessions.person(people, Role.CHANGE_ASSESSOR);
            authority = person(Role.CHANGE_AUTHORITY);
            releaseManager = Sessions.person(people, Role.RELEASE_MANAGER);
        }
        service = fleet.service();
        server = fleet.server("4.2.7", service);
    }

    @Test
    void takesAllServersThatProvideTheServiceAndLackTheVersion() throws Exception {
        ServerView patched = fleet.server("4.2.8", service);

        ChangeView change = raise(ChangeType.EMERGENCY);

        assertThat(change.targets()).containsExactly(server.number()).doesNotContain(patched.number());
        assertThat(change.thread()).isEqualTo(change.number());
        assertThat(as(manager, () -> changes.get(number(change)))).isEqualTo(change);
    }

    @Test
    void goesFromTheRequestToTheClosureAndLeavesItsBaseline() throws Exception {
        ChangeView change = scheduled();
        RecordNumber number = number(change);
        assertThat(objection(change, server)).isEqualTo("not-confirmed");

        as(manager, () -> confirmation.confirm(number, binding(server)));
        assertThat(objection(change, server)).isNull();
        assertThat(objection(change, fleet.server("4.2.7"))).isEqualTo("server-outside");
        assertThat(check.objection("CHG-999999", binding(server)).map(Objection::key))
                .contains("authorization-missing");

        inTransaction(() -> implementation.begin(number, "DEP-999999"));
        inTransaction(() -> implementation.outcome(
                number, Outcome.IMPLEMENTED, "verified", Map.of(server.number(), ServerResult.DONE)));
        ChangeView reviewed = as(
                manager,
                () -> reviews.review(
                        number, current(change).version(), new ChangeCommands.Review("well", true, null, null)));
        ChangeView closed = as(manager, () -> reviews.close(number, reviewed.version()));

        assertThat(closed.state()).isEqualTo(ChangeState.CLOSED);
        assertThat(closed.authorization().state()).isEqualTo(AuthorizationState.VOID);
        assertThat(reservations.holders(List.of(server.number()))).isEmpty();
        assertThat(baselines.expected(List.of(RecordNumber.parse(server.number()))))
                .singleElement()
                .satisfies(expected -> {
                    assertThat(expected.version()).isEqualTo("4.2.8");
                    assertThat(expected.change()).isEqualTo(change.number());
                });
        assertThat(objection(change, server)).isEqualTo("authorization-void");
    }

    @Test
    void isSignedByNobodyWhoAskedForItAndNotWithAnotherPassword() throws Exception {
        ChangeView change = assessed();
        RecordNumber number = number(change);

        assertThatThrownBy(() -> as(requester, () -> authorizations.authorize(number, change.version(), sign())))
                .isInstanceOfSatisfying(
                        Forbidden.class, refusal -> assertThat(refusal.key()).isEqualTo("four-eyes"));
        assertThatThrownBy(() -> as(assessor, () -> authorizations.authorize(number, change.version(), sign())))
                .isInstanceOfSatisfying(
                        Forbidden.class, refusal -> assertThat(refusal.key()).isEqualTo("missing-right"));
        assertThatThrownBy(() -> as(
                        authority,
                        () -> authorizations.authorize(
                                number, change.version(), new ChangeCommands.Authorize(window(), "guess", null))))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("signature-refused"));

        assertThat(current(change).authorization()).isNull();
        assertThat(reservations.holders(List.of(server.number()))).isEmpty();
    }

    @Test
    void hasItsServersForItselfFromTheAuthorizationOn() throws Exception {
        ChangeView rival = assessed();
        ChangeView change = authorized();

        assertThatThrownBy(() -> as(authority, () -> authorizations.authorize(number(rival), rival.version(), sign())))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("server-held"));
        assertThat(current(rival).state()).isEqualTo(ChangeState.ASSESSED);

        as(
                manager,
                () -> reviews.cancel(
                        number(change), change.version(), new ChangeCommands.Reason("another way was found")));
        assertThat(as(authority, () -> authorizations.authorize(number(rival), rival.version(), sign()))
                        .state())
                .isEqualTo(ChangeState.AUTHORIZED);
    }

    @Test
    void showsAServerThatJoinedAndTakesItInOnlyWhenSigned() throws Exception {
        ChangeView change = authorized();
        ServerView joined = fleet.server("4.2.7", service);

        assertThat(targets.standing(number(change)))
                .extracting(target -> target.server() + " " + target.membership())
                .containsExactlyInAnyOrder(server.number() + " AUTHORIZED", joined.number() + " JOINED");

        ChangeView enlarged = as(
                authority,
                () -> authorizations.addTargets(
                        number(change),
                        change.version(),
                        new ChangeCommands.AddTargets(List.of(joined.number()), PASSWORD)));
        assertThat(enlarged.authorization().servers()).hasSize(2);
        assertThat(reservations.holders(List.of(joined.number()))).containsValue(change.number());
    }

    @Test
    void isSignedThroughALinkByTheLoginOfItsOnePersonOnce() throws Exception {
        ChangeView change = assessed();
        AuthorizationLinkService.Called called = as(
                manager, () -> links.call(number(change), new ChangeCommands.CallAuthority(authority.number(), null)));
        String token = called.link().substring(AuthorizationLinkService.PAGE.length());

        assertThat(links.open(token).change()).isEqualTo(change.number());
        assertThatThrownBy(() -> links.authorize(token, manager.username(), PASSWORD, null))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> links.authorize(token, authority.username(), "guess", null))
                .isInstanceOf(Conflict.class);

        assertThat(links.authorize(token, authority.username(), PASSWORD, null).state())
                .isEqualTo(ChangeState.AUTHORIZED);
        assertThatThrownBy(() -> links.open(token)).isInstanceOf(Conflict.class);
    }

    @Test
    void isSecondedByAnotherPersonWhenOneSignedAlone() throws Exception {
        ChangeView raised = raise(ChangeType.EMERGENCY);
        ChangeView alone = as(
                requester,
                () -> authorizations.breakGlass(
                        number(raised),
                        raised.version(),
                        new ChangeCommands.BreakGlass("nobody answers", window(), PASSWORD, null)));
        assertThat(alone.missing()).contains("second-person");
        assertThat(alone.review().retrospectiveDue()).isNotNull();

        assertThatThrownBy(() -> as(
                        requester,
                        () -> authorizations.second(
                                number(raised), alone.version(), new ChangeCommands.Sign(PASSWORD))))
                .isInstanceOf(Forbidden.class);
        ChangeView seconded = as(
                manager,
                () -> authorizations.second(number(raised), alone.version(), new ChangeCommands.Sign(PASSWORD)));
        assertThat(seconded.missing()).doesNotContain("second-person");
        assertThat(seconded.authorization().breakGlass().secondedBy()).isEqualTo(manager.number());
    }

    @Test
    void isMadeOfATemplateOnceSomebodyElseSignedThat() throws Exception {
        TemplateView template = as(
                manager,
                () -> templates.drawUp(new TemplateCommand(
                        "patch " + Fleet.unique(),
                        "Patch",
                        "monthly",
                        service,
                        "cart",
                        "4.2.8",
                        null,
                        null,
                        30,
                        null,
                        null,
                        null,
                        null,
                        null)));
        RecordNumber number = RecordNumber.parse(template.number());
        assertThatThrownBy(() -> as(manager, () -> templates.makeChange(number)))
                .hasMessageContaining("MAKE_CHANGE");

        as(authority, () -> templates.authorize(number, template.version(), new ChangeCommands.Sign(PASSWORD)));
        ChangeView made = as(manager, () -> templates.makeChange(number));

        assertThat(made.state()).isEqualTo(ChangeState.AUTHORIZED);
        assertThat(made.type()).isEqualTo(ChangeType.STANDARD);
        assertThat(made.authorization().authority()).isEqualTo(authority.number());
        assertThat(made.targets()).containsExactly(server.number());
    }

    @Test
    void isCarriedOutByHandWhenItHasTasksOnly() throws Exception {
        ChangeView begun = begunByHand();
        RecordNumber number = number(begun);
        ChangeView done = as(
                manager,
                () -> coordination.completeTask(
                        number, begun.version(), 1, new ChangeCommands.TaskResult("installed")));
        ChangeView told = report(done, Outcome.IMPLEMENTED, null);

        assertThat(told.state()).isEqualTo(ChangeState.IMPLEMENTED);
        assertThat(told.tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.done()).isTrue());
    }

    @Test
    void isReportedByHandForTheServersThatWereAuthorizedOnly() throws Exception {
        ServerView other = fleet.server("4.2.7");
        ChangeView begun = begunByHand();

        assertThatThrownBy(() -> report(begun, Outcome.IMPLEMENTED, List.of(other.number())))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(Invalid.FieldError::field)
                                .containsExactly("servers[0]"));
        assertThat(current(begun).version()).isEqualTo(begun.version());
        assertThat(installedVersion(other)).isEqualTo("4.2.7");
    }

    @Test
    void leavesNoBaselineWhenItWasBackedOutByHand() throws Exception {
        ChangeView begun = begunByHand();

        assertThatThrownBy(() -> report(begun, Outcome.BACKED_OUT, List.of(server.number())))
                .isInstanceOf(Invalid.class);
        assertThat(installedVersion(server)).isEqualTo("4.2.7");

        ChangeView told = report(begun, Outcome.BACKED_OUT, null);
        ChangeCommands.Review finding = new ChangeCommands.Review("undone", false, true, null);
        assertThatThrownBy(() -> as(manager, () -> reviews.review(number(told), told.version(), finding)))
                .isInstanceOfSatisfying(
                        Forbidden.class,
                        refusal -> assertThat(refusal.facts()).containsEntry("excludedAs", "implementer"));
        PersonView reviewer = Sessions.person(people, Role.CHANGE_MANAGER);
        ChangeView reviewed = as(reviewer, () -> reviews.review(number(told), told.version(), finding));
        as(manager, () -> reviews.close(number(told), reviewed.version()));
        assertThat(baselines.expected(List.of(RecordNumber.parse(server.number()))))
                .extracting(Baselines.Expected::version)
                .containsExactly("4.2.7");
    }

    private ChangeView begunByHand() throws Exception {
        ChangeView change = authorized();
        RecordNumber number = number(change);
        ChangeView tasked = as(
                manager,
                () -> coordination.addTask(
                        number, change.version(), new ChangeCommands.Task("Install it by hand", manager.number())));
        ChangeView scheduled = as(
                manager, () -> coordination.coordinate(number, tasked.version(), new ChangeCommands.Coordinate(null)));
        return as(manager, () -> coordination.begin(number, scheduled.version()));
    }

    private ChangeView report(ChangeView change, Outcome outcome, List<String> done) throws Exception {
        return as(
                manager,
                () -> coordination.report(
                        number(change), change.version(), new ChangeCommands.ReportOutcome(outcome, "seen", done)));
    }

    private String installedVersion(ServerView of) throws Exception {
        return as(manager, () -> servers.get(RecordNumber.parse(of.number()))).installed().stream()
                .filter(product -> product.product().equals("cart"))
                .map(ServerView.Installed::version)
                .findFirst()
                .orElse(null);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        assertThatThrownBy(() -> as(
                        requester,
                        () -> changes.raise(new ChangeCommands.Raise(
                                " ", null, null, "r\u0007", null, null, null, null, null, null, null, null, null, null,
                                null))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(Invalid.FieldError::field)
                                .containsExactlyInAnyOrder("title", "type", "priority", "reason"));
    }

    private ChangeView raise(ChangeType type) throws Exception {
        return as(
                requester,
                () -> changes.raise(new ChangeCommands.Raise(
                        "Cart 4.2.8",
                        type,
                        ChangePriority.MEDIUM,
                        "certificates",
                        null,
                        service,
                        null,
                        "cart",
                        "4.2.8",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)));
    }

    private ChangeView assessed() throws Exception {
        ChangeView raised = raise(ChangeType.NORMAL);
        RecordNumber number = number(raised);
        ChangeView accepted = as(manager, () -> changes.accept(number, raised.version()));
        ChangeView categorized = as(
                manager,
                () -> assessments.categorize(
                        number,
                        accepted.version(),
                        new ChangeCommands.Categorize(
                                null,
                                null,
                                List.of(new ChangeCommands.Assessor(assessor.number(), Perspective.TECHNICAL)))));
        return as(
                assessor,
                () -> assessments.assess(
                        number,
                        categorized.version(),
                        new ChangeCommands.Assess(Perspective.TECHNICAL, Verdict.RECOMMEND, "tried")));
    }

    private ChangeView authorized() throws Exception {
        ChangeView change = assessed();
        return as(authority, () -> authorizations.authorize(number(change), change.version(), sign()));
    }

    private ChangeView scheduled() throws Exception {
        ChangeView change = authorized();
        return as(
                manager,
                () -> coordination.coordinate(
                        number(change), change.version(), new ChangeCommands.Coordinate(releaseManager.number())));
    }

    private ChangeView current(ChangeView change) throws Exception {
        return as(manager, () -> changes.get(number(change)));
    }

    private String objection(ChangeView change, ServerView to) {
        return check.objection(change.number(), binding(to)).map(Objection::key).orElse(null);
    }

    private static Binding binding(ServerView to) {
        return new Binding("DEP-999999", PACKAGE, "cart", "4.2.8", Set.of(to.number()), PLAN);
    }

    private static ChangeCommands.Authorize sign() {
        return new ChangeCommands.Authorize(window(), PASSWORD, null);
    }

    private static ChangeCommands.Period window() {
        Instant now = Clock.systemUTC().instant();
        return new ChangeCommands.Period(now.minusSeconds(60), now.plus(Duration.ofHours(1)));
    }

    private void inTransaction(Runnable work) throws Exception {
        transaction.begin();
        as(manager, () -> {
            work.run();
            return null;
        });
        transaction.commit();
    }

    /** Somebody who can sign. */
    private PersonView person(Role... roles) throws Exception {
        String username = "p" + Fleet.unique();
        PersonDetails details = new PersonDetails(
                username, "Test Person", username + "@example.org", null, Channel.EMAIL, null, Set.of(roles));
        return Sessions.as(Sessions.ADMINISTRATOR, () -> people.add(details, PASSWORD));
    }

    private static <T> T as(PersonView person, Callable<T> work) throws Exception {
        return Sessions.as(person.number(), work);
    }

    private static RecordNumber number(ChangeView change) {
        return RecordNumber.parse(change.number());
    }
}
