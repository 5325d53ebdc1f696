package io.throughline.verification.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.audit.service.AuditReader;
import io.throughline.audit.service.AuditRecordView;
import io.throughline.audit.service.AuditSearch;
import io.throughline.change.domain.ChangeState;
import io.throughline.change.domain.ChangeType;
import io.throughline.change.domain.authorization.AuthorizationState;
import io.throughline.change.service.ChangeCommands;
import io.throughline.change.service.ChangeService;
import io.throughline.change.service.ChangeTemplateService;
import io.throughline.change.service.ChangeView;
import io.throughline.change.service.TemplateCommand;
import io.throughline.change.service.TemplateView;
import io.throughline.configuration.service.ServerView;
import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.service.DeploymentReader;
import io.throughline.deployment.service.DeploymentView;
import io.throughline.identity.domain.Role;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.domain.refusal.Refusal;
import io.throughline.kernel.persistence.ThroughlineDataSource;
import io.throughline.operation.domain.JobVerb;
import io.throughline.operation.domain.Overlap;
import io.throughline.operation.domain.ScheduleState;
import io.throughline.operation.service.CalendarEntry;
import io.throughline.operation.service.JobService;
import io.throughline.operation.service.JobView;
import io.throughline.operation.service.NewSchedule;
import io.throughline.operation.service.ScheduleRunView;
import io.throughline.operation.service.ScheduleService;
import io.throughline.operation.service.ScheduleView;
import io.throughline.operation.service.StartJob;
import io.throughline.release.service.ReleaseCommands;
import io.throughline.release.service.ReleaseService;
import io.throughline.release.service.ReleaseView;
import io.throughline.thread.service.ThreadReader;
import io.throughline.thread.service.ThreadView;
import io.throughline.verification.fixture.CartRelease;
import io.throughline.verification.fixture.Fleet;
import io.throughline.verification.fixture.Sessions;
import io.throughline.verification.fixture.SshHost;
import io.throughline.verification.harness.InContainer;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs and schedules in the container, on hosts that answer. */
class OperationIT extends InContainer {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject
    private Fleet fleet;

    @Inject
    private CartRelease cart;

    @Inject
    private JobService jobs;

    @Inject
    private ScheduleService schedules;

    @Inject
    private ChangeTemplateService templates;

    @Inject
    private ChangeService changes;

    @Inject
    private ReleaseService releases;

    @Inject
    private DeploymentReader deployments;

    @Inject
    private ThreadReader threads;

    @Inject
    private AuditReader trail;

    @Resource(lookup = ThroughlineDataSource.JNDI_NAME)
    private DataSource dataSource;

    @Resource
    private UserTransaction transaction;

    @Resource
    private ManagedExecutorService executor;

    private CartRelease.Staff staff;
    private PersonView operator;
    private String service;
    private SshHost first;
    private SshHost second;

    @BeforeEach
    void aServiceOnTwoHosts() throws Exception {
        staff = cart.staff();
        operator = cart.person(Role.OPERATOR);
        service = fleet.service();
        first = new SshHost("4.2.7");
        second = new SshHost("4.2.7");
    }

    @AfterEach
    void noHostIsLeft() throws Exception {
        first.close();
        second.close();
    }

    @Test
    void aScheduledRolloutMakesItsOwnStandardChangeAndReachesItsServers() throws Exception {
        ServerView one = fleet.server(first, "4.2.7", service);
        ServerView two = fleet.server(second, "4.2.7", service);
        ReleaseView accepted = acceptedElsewhere();
        TemplateView template = authorizedTemplate(accepted);

        ScheduleView schedule = as(operator, () -> schedules.add(once(template)));
        ScheduleRunView run = runOf(schedule, 1);
        DeploymentView ended = awaitState(run.deployment(), DeploymentState.IMPLEMENTED);

        assertThat(first.level()).isEqualTo("4.2.8");
        assertThat(second.level()).isEqualTo("4.2.8");
        assertThat(first.ledger()).containsExactly("install 4.2.8");
        assertThat(second.ledger()).containsExactly("install 4.2.8");
        assertThat(ended.waves()).extracting(wave -> wave.targets()).containsExactly(1, 1);
        for (ServerView server : List.of(one, two)) {
            assertThat(recordedAt(server))
                    .as("intent and outcome are on record")
                    .containsSubsequence("target.outcome", "target.intend");
        }

        ChangeView change = change(run.change());
        assertThat(change.type()).isEqualTo(ChangeType.STANDARD);
        assertThat(change.state()).isEqualTo(ChangeState.IN_IMPLEMENTATION);
        assertThat(change.requester()).isEqualTo(operator.number());
        assertThat(change.authorization().state()).isEqualTo(AuthorizationState.CONFIRMED);
        assertThat(change.authorization().authority())
                .isEqualTo(staff.authority().number());
        assertThat(change.authorization().packageSha256())
                .isEqualTo(accepted.attached().sha256());
        assertThat(change.authorization().confirmation().packageSha256())
                .isEqualTo(accepted.attached().sha256());
        assertThat(change.authorization().confirmation().confirmedBy()).isEqualTo("machine:schedule");
        assertThat(change.targets()).containsExactlyInAnyOrder(one.number(), two.number());
        assertThat(release(run.release()).repeats()).isEqualTo(accepted.number());
        assertThat(release(run.release()).builtBy()).isEqualTo(accepted.builtBy());
        awaitJob(run.job(), "COMPLETED");
        assertThat(as(operator, () -> jobs.get(number(run.job()))).onBehalfOf()).isEqualTo(operator.number());
        assertThat(as(operator, () -> schedules.get(number(schedule.number()))).state())
                .isEqualTo(ScheduleState.ENDED);

        ThreadView thread = as(operator, () -> threads.threadOf(number(run.change()), null));
        assertThat(thread.records()).contains(run.change(), run.release(), run.deployment());
        assertThat(thread.activities())
                .filteredOn(ThreadView.Step::performed)
                .isSortedAccordingTo(Comparator.comparing(ThreadView.Step::startedAt))
                .extracting(ThreadView.Step::key)
                .containsExactly(
                        "AUTHORIZE_CHANGE", "COORDINATE_CHANGE", "BUILD_RELEASE", "PLAN_ROLLOUT", "INSTALL_RELEASE");

        ScheduleView again = as(operator, () -> schedules.add(nightly(template)));
        timeComes(again);
        assertThat(runOf(again, 1).reason()).contains("No server that provides " + service + " lacks cart 4.2.8");
    }

    @Test
    void aRunThatIsRefusedIsReportedAndLeavesNothingBehind() throws Exception {
        fleet.server("4.2.7", service);
        ReleaseView accepted = acceptedElsewhere();
        TemplateView template = authorizedTemplate(accepted);
        ScheduleView schedule = as(operator, () -> schedules.add(nightly(template)));
        ChangeView holding = as(staff.manager(), () -> templates.makeChange(number(template.number())));

        assertThat(refusedRun(schedule, 1)).contains("Two changes may not have one server at a time");

        as(
                staff.releaseManager(),
                () -> releases.cancel(
                        number(accepted.number()),
                        release(accepted.number()).version(),
                        new ReleaseCommands.Cancel("the vendor called it back")));
        assertThat(refusedRun(schedule, 2)).contains("No release with the package");

        TemplateView current = as(operator, () -> templates.get(number(template.number())));
        as(
                staff.manager(),
                () -> templates.withdraw(
                        number(template.number()), current.version(), new ChangeCommands.Reason("retired")));
        assertThat(refusedRun(schedule, 3)).isNotBlank();

        assertThat(changesOf(service))
                .as("only the one that was made by hand, " + holding.number())
                .isEqualTo(1);
        assertThat(as(operator, () -> schedules.runs(number(schedule.number()), null, 10))
                        .items())
                .allSatisfy(run -> assertThat(run.outcome()).isEqualTo("SKIPPED"));
    }

    @Test
    void jobsAreStartedStoppedRestartedAndListed() throws Exception {
        ServerView server = fleet.server(first, "4.2.7", service);
        acceptedElsewhere();
        first.hold();
        StartJob audit = new StartJob("configuration-audit", Map.of("service", service));
        JobView started = as(operator, () -> jobs.start(audit));
        JobView running = awaitJob(started.number(), "RUNNING");
        assertThat(running.onBehalfOf()).isEqualTo(operator.number());

        assertActive(() -> as(operator, () -> jobs.start(audit)));
        as(operator, () -> jobs.stop(number(started.number()), running.version()));
        first.letGo();
        JobView stopped = awaitJob(started.number(), "STOPPED");
        as(operator, () -> jobs.restart(number(started.number()), stopped.version()));
        JobView completed = awaitJob(started.number(), "COMPLETED");

        assertThat(completed.exitStatus()).contains("1 servers selected, 1 looked at");
        assertThat(as(operator, () -> jobs.page("configuration-audit", null, null, 200))
                        .items())
                .extracting(JobView::number)
                .contains(started.number());
        assertThatThrownBy(() -> as(operator, () -> jobs.restart(number(started.number()), completed.version())))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("illegal-transition"));
        assertThat(server.number()).isNotBlank();
    }

    @Test
    void aJobIsNotRestartedWhileAnotherWorksOnTheSame() throws Exception {
        fleet.server(first, "4.2.7", service);
        first.hold();
        StartJob audit = new StartJob("configuration-audit", Map.of("service", service));
        JobView old = as(operator, () -> jobs.start(audit));
        as(
                operator,
                () -> jobs.stop(
                        number(old.number()), awaitJob(old.number(), "RUNNING").version()));
        first.letGo();
        JobView stopped = awaitJob(old.number(), "STOPPED");
        assertThat(stopped.allowed()).contains(JobVerb.RESTART);
        first.hold();
        JobView other = as(operator, () -> jobs.start(audit));
        awaitJob(other.number(), "RUNNING");

        assertActive(() -> as(operator, () -> jobs.restart(number(old.number()), stopped.version())));
        assertThat(as(operator, () -> jobs.get(number(old.number()))).allowed()).isEmpty();
        assertThat(as(operator, () -> jobs.page("configuration-audit", null, null, 200))
                        .items())
                .filteredOn(job -> job.number().equals(old.number()))
                .singleElement()
                .satisfies(job -> assertThat(job.allowed()).isEmpty());

        first.letGo();
        awaitJob(other.number(), "COMPLETED");
        assertThat(as(operator, () -> jobs.get(number(old.number()))).allowed()).contains(JobVerb.RESTART);
    }

    @Test
    void ofTwoThatAskForOneJobInOneMomentOneIsRefused() throws Exception {
        fleet.server(first, "4.2.7", service);
        StartJob audit = new StartJob("configuration-audit", Map.of("service", service));
        JobView faster;
        Future<JobView> slower;
        transaction.begin();
        try {
            faster = as(operator, () -> jobs.start(audit));
            slower = executor.submit(() -> as(operator, () -> jobs.start(audit)));
            assertThatThrownBy(() -> slower.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        } finally {
            transaction.commit();
        }

        assertThatThrownBy(() -> slower.get(60, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("job-active"));
        awaitJob(faster.number(), "COMPLETED");
    }

    @Test
    void aTimeThatComesWhileTheJobBeforeIsNotOverIsRefusedOrWaitsAsTheScheduleSays() throws Exception {
        fleet.server(first, "4.2.7", service);
        acceptedElsewhere();
        ScheduleView refusing = as(operator, () -> schedules.add(audit("30 2 * * *", Overlap.REFUSE)));
        ScheduleView queueing = as(operator, () -> schedules.add(audit("0 3 * * *", Overlap.QUEUE)));
        first.hold();
        timeComes(refusing);
        ScheduleRunView working = runOf(refusing, 1);
        awaitJob(working.job(), "RUNNING");

        timeComes(refusing);
        assertThat(runOf(refusing, 2).reason()).contains(working.job() + " is not over");
        timeComes(queueing);
        await().atMost(PATIENCE)
                .until(() -> as(operator, () -> schedules.get(number(queueing.number())))
                                .queuedFor()
                        != null);
        timeComes(queueing);
        assertThat(runOf(queueing, 1).reason()).contains("one run waits for it already");
        first.letGo();
        ScheduleRunView waited = runOf(queueing, 2);

        assertThat(waited.job()).isNotNull().isNotEqualTo(working.job());
        awaitJob(waited.job(), "COMPLETED");
        assertThat(as(operator, () -> jobs.page(null, queueing.number(), null, 10))
                        .items())
                .extracting(JobView::number)
                .containsExactly(waited.job());
    }

    @Test
    void aStartThatWasMissedIsSkippedAndNeverMadeUpFor() throws Exception {
        ScheduleView schedule = as(operator, () -> schedules.add(audit("* * * * *", null)));
        due(schedule, Instant.now(Clock.systemUTC()).minus(Duration.ofHours(1)));

        ScheduleRunView run = runOf(schedule, 1);

        assertThat(run.outcome()).isEqualTo("SKIPPED");
        assertThat(run.reason()).contains("missed", "later times");
        ScheduleView after = as(operator, () -> schedules.get(number(schedule.number())));
        assertThat(after.next()).isAfter(run.at());
        as(operator, () -> schedules.end(number(schedule.number()), after.version()));
        assertThat(as(operator, () -> schedules.upcoming(number(schedule.number()), 5)))
                .isEmpty();
    }

    @Test
    void theCalendarShowsWhatIsToComeOnTheClocksOfEachZone() throws Exception {
        ScheduleView schedule = as(
                operator,
                () -> schedules.add(new NewSchedule(
                        "configuration-audit",
                        Map.of("service", service),
                        null,
                        "30 2 * * *",
                        "Europe/Amsterdam",
                        null,
                        null)));

        List<CalendarEntry> entries = as(operator, () -> schedules.calendar(null, null)).stream()
                .filter(entry -> entry.schedule().equals(schedule.number()))
                .toList();

        assertThat(entries).hasSizeBetween(7, 8);
        assertThat(entries).allSatisfy(entry -> assertThat(entry.local()).contains("T02:30:00+0"));
        assertThat(as(operator, () -> schedules.upcoming(number(schedule.number()), 7)))
                .extracting(CalendarEntry::at)
                .containsExactlyElementsOf(
                        entries.stream().limit(7).map(CalendarEntry::at).toList());
        as(operator, () -> schedules.end(number(schedule.number()), schedule.version()));
    }

    @Test
    void whoMayNotIsRefusedAndNonsenseIsNamed() throws Exception {
        fleet.server("4.2.7", service);
        ReleaseView accepted = acceptedElsewhere();
        TemplateView draft = template(accepted.attached().sha256());
        TemplateView template = authorizedTemplate(accepted);
        PersonView administrator = cart.person(Role.ADMINISTRATOR);
        PersonView desk = cart.person(Role.REQUEST_ANALYST);
        PersonView both = cart.signer(Role.CHANGE_AUTHORITY, Role.OPERATOR);
        TemplateView signedByBoth = authorized(template(accepted.attached().sha256()), both);
        StartJob audit = new StartJob("configuration-audit", Map.of("service", service));

        assertForbidden(() -> as(desk, () -> jobs.start(audit)), "missing-right");
        assertForbidden(() -> as(desk, () -> schedules.add(audit("0 3 * * *", null))), "missing-right");
        assertForbidden(() -> as(administrator, () -> schedules.add(nightly(template))), "missing-right");
        assertForbidden(() -> as(both, () -> schedules.add(nightly(signedByBoth))), "four-eyes");
        assertField(() -> as(operator, () -> schedules.add(nightly(draft))), "changeTemplate", "must be authorized");
        assertField(
                () -> as(operator, () -> schedules.add(rollout("TPL-999999", null, "0 3 * * *"))),
                "changeTemplate",
                "there is no TPL-999999");
        assertField(() -> as(operator, () -> schedules.add(audit("at noon", null))), "cron", "five fields");
        assertField(() -> as(operator, () -> schedules.add(audit("0 0 30 2 *", null))), "cron", "never comes");
        assertThat(as(operator, () -> jobs.page("configuration-audit", null, null, 200))
                        .items())
                .noneMatch(job -> service.equals(job.parameters().get("service")));
    }

    /** Actions of the records at a server, the newest first. */
    private List<String> recordedAt(ServerView server) {
        AuditSearch search = new AuditSearch(null, null, server.number(), null, null, null, null);
        return trail.search(search, null, 50).items().stream()
                .map(AuditRecordView::action)
                .toList();
    }

    private static void assertActive(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("job-active"));
    }

    private static void assertForbidden(ThrowingCallable work, String key) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Forbidden.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private static void assertField(ThrowingCallable work, String field, String reason) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo(field);
                            assertThat(error.allowed()).contains(reason);
                        }));
    }

    /** For another service, so that its change does not hold the servers of this one. */
    private ReleaseView acceptedElsewhere() throws Exception {
        String elsewhere = fleet.service();
        fleet.server("4.2.7", elsewhere);
        return cart.accepted(staff, elsewhere, CartRelease.working());
    }

    private TemplateView authorizedTemplate(ReleaseView release) throws Exception {
        return authorized(template(release.attached().sha256()), staff.authority());
    }

    private TemplateView template(String packageSha256) throws Exception {
        return as(
                staff.manager(),
                () -> templates.drawUp(new TemplateCommand(
                        "patch " + Fleet.unique(),
                        "Patch the carts",
                        "New servers of the service get the level of the others.",
                        service,
                        "cart",
                        "4.2.8",
                        packageSha256,
                        "Roll back.",
                        30,
                        1,
                        null,
                        4,
                        null,
                        null)));
    }

    private TemplateView authorized(TemplateView template, PersonView authority) throws Exception {
        return as(
                authority,
                () -> templates.authorize(
                        number(template.number()), template.version(), new ChangeCommands.Sign(CartRelease.PASSWORD)));
    }

    private NewSchedule once(TemplateView template) {
        return rollout(template.number(), Instant.now(Clock.systemUTC()).plusSeconds(2), null);
    }

    private static NewSchedule nightly(TemplateView template) {
        return rollout(template.number(), null, "0 3 * * *");
    }

    private static NewSchedule rollout(String template, Instant once, String cron) {
        return new NewSchedule("release-rollout", null, once, cron, null, template, null);
    }

    private NewSchedule audit(String cron, Overlap overlap) {
        return new NewSchedule("configuration-audit", Map.of("service", service), null, cron, null, null, overlap);
    }

    /** Lets the next time of a schedule be now, past its clock. */
    private void timeComes(ScheduleView schedule) throws Exception {
        due(schedule, Instant.now(Clock.systemUTC()));
    }

    private void due(ScheduleView schedule, Instant at) throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE schedule SET next_at = ? WHERE id = ?")) {
            update.setTimestamp(1, Timestamp.from(at));
            update.setLong(2, number(schedule.number()).sequence());
            update.executeUpdate();
        }
    }

    private String refusedRun(ScheduleView schedule, int count) throws Exception {
        timeComes(schedule);
        return runOf(schedule, count).reason();
    }

    /** The newest run, when there are so many. */
    private ScheduleRunView runOf(ScheduleView schedule, int count) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> as(operator, () -> schedules.runs(number(schedule.number()), null, 10))
                                .items(),
                        runs -> runs.size() == count)
                .get(0);
    }

    private JobView awaitJob(String job, String state) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> as(operator, () -> jobs.get(number(job))),
                        current -> current.state().equals(state));
    }

    private DeploymentView awaitState(String deployment, DeploymentState state) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> as(operator, () -> deployments.get(number(deployment))),
                        current -> current.state() == state);
    }

    private ChangeView change(String change) throws Exception {
        return as(operator, () -> changes.get(number(change)));
    }

    private ReleaseView release(String release) throws Exception {
        return as(operator, () -> releases.get(number(release)));
    }

    private int changesOf(String of) throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT COUNT(*) FROM change_request WHERE service_number = ?")) {
            query.setString(1, of);
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }

    private static <T> T as(PersonView person, Callable<T> work) throws Exception {
        return Sessions.as(person.number(), work);
    }

    private static RecordNumber number(String text) {
        return RecordNumber.parse(text);
    }
}
