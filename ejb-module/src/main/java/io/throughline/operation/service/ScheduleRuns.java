package io.throughline.operation.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Times;
import io.throughline.operation.domain.JobKind;
import io.throughline.operation.domain.JobRequest;
import io.throughline.operation.domain.JobRequestRepository;
import io.throughline.operation.domain.JobState;
import io.throughline.operation.domain.Overlap;
import io.throughline.operation.domain.Schedule;
import io.throughline.operation.domain.ScheduleRepository;
import io.throughline.operation.domain.ScheduleRun;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The machine's side of the schedules. A run and the step of the schedule to its next time are one transaction, so that
 * of two nodes one only asks for the job, and what a run makes is there whole or not at all.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ScheduleRuns {

    /** More missed times than this are said to be many. */
    private static final int MOST_COUNTED = 1_000;

    /** A schedule whose time has come, and the person on whose behalf its job will run. */
    public record Due(RecordNumber number, String madeBy) {}

    @Inject
    ScheduleRepository schedules;

    @Inject
    JobRequestRepository jobs;

    @EJB
    JobRequests requests;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    StandardRollouts standardRollouts;

    @Inject
    Clock clock;

    public List<Due> due() {
        return schedules.due(Times.now(clock)).stream()
                .map(number -> new Due(number, schedules.require(number).madeBy()))
                .toList();
    }

    /**
     * Asks for the job of a schedule, lets it wait for the run before, or skips a time that was missed or may not wait.
     *
     * @throws io.throughline.kernel.domain.refusal.Refusal when the job cannot be asked for; nothing has changed then
     */
    public void run(RecordNumber number) {
        authority.requireMachine();
        Instant now = Times.now(clock);
        Schedule schedule = schedules.require(number);
        Optional<JobRequest> blocking = blocking(schedule);
        if (schedule.queuedFor() != null && blocking.isEmpty()) {
            ask(schedule, schedule.queuedFor());
        } else if (schedule.missed(now)) {
            skip(schedule, missed(schedule, now));
        } else if (schedule.due(now) && blocking.isEmpty()) {
            ask(schedule, schedule.next());
        } else if (schedule.due(now)) {
            wait(schedule, blocking.get());
        }
    }

    /** Skips the time that was just tried, because its job was refused. */
    public void skip(RecordNumber number, String reason) {
        authority.requireMachine();
        Schedule schedule = schedules.require(number);
        if (schedule.queuedFor() != null && blocking(schedule).isEmpty()) {
            skip(schedule, schedule.queuedFor(), reason, schedule::giveUpQueued);
        } else if (schedule.due(Times.now(clock))) {
            skip(schedule, reason);
        }
    }

    /** The job that has to be over first: the schedule's own last one, or any that does the same on the same subject. */
    private Optional<JobRequest> blocking(Schedule schedule) {
        Optional<JobRequest> before =
                jobs.lastOf(schedule.number().toString()).filter(last -> JobState.ACTIVE.contains(last.state()));
        return before.isPresent() || schedule.job() == JobKind.RELEASE_ROLLOUT
                ? before
                : jobs.activeOn(schedule.job(), schedule.job().subjectOf(schedule.parameters()));
    }

    private void ask(Schedule schedule, Instant due) {
        authority.require(Right.JOB_SCHEDULE);
        ScheduleRun.Rollout rollout = schedule.job() == JobKind.RELEASE_ROLLOUT
                ? standardRollouts.prepare(
                        schedule.changeTemplate(), schedule.number().toString())
                : null;
        Map<String, String> parameters =
                rollout == null ? schedule.parameters() : Map.of("deployment", rollout.deployment());
        JobRequest request = requests.ask(
                schedule.job(),
                parameters,
                Right.JOB_SCHEDULE,
                schedule.number().toString());
        if (rollout != null) {
            standardRollouts.start(rollout);
        }
        trail.change(
                schedule,
                AuditEntry.of("schedule.run").by(Right.JOB_SCHEDULE),
                deed -> schedule.run(request.number(), deed));
        schedules.keep(ScheduleRun.asked(schedule.number(), due, Times.now(clock), request.number(), rollout));
    }

    private void wait(Schedule schedule, JobRequest blocking) {
        String reason = blocking.number() + " is not over";
        if (schedule.overlap() == Overlap.QUEUE && schedule.queuedFor() == null) {
            trail.change(schedule, AuditEntry.of("schedule.queue").because(reason), schedule::queue);
        } else if (schedule.overlap() == Overlap.QUEUE) {
            skip(schedule, reason + ", and one run waits for it already");
        } else {
            skip(schedule, reason);
        }
    }

    private static String missed(Schedule schedule, Instant now) {
        String text = "missed: nothing could start it at " + Times.text(schedule.next());
        int times = schedule.missedTimes(now, MOST_COUNTED);
        if (times <= 1) {
            return text;
        }
        return "%s, nor at %s%d later times".formatted(text, times == MOST_COUNTED ? "more than " : "", times - 1);
    }

    private void skip(Schedule schedule, String reason) {
        skip(schedule, schedule.next(), reason, schedule::skip);
    }

    private void skip(Schedule schedule, Instant due, String reason, Consumer<Deed> verb) {
        trail.change(schedule, AuditEntry.of("schedule.skip").because(reason), verb);
        schedules.keep(ScheduleRun.skipped(schedule.number(), due, Times.now(clock), reason));
    }
}
