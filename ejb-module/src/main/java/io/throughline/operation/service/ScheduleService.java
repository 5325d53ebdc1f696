package io.throughline.operation.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Times;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.persistence.History;
import io.throughline.kernel.service.Commands;
import io.throughline.operation.domain.JobKind;
import io.throughline.operation.domain.JobRequestRepository;
import io.throughline.operation.domain.Schedule;
import io.throughline.operation.domain.ScheduleRepository;
import io.throughline.operation.domain.ScheduleTiming;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keeps the schedules. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class ScheduleService {

    private static final int STEPS_SHOWN = 50;
    private static final int MOST_UPCOMING = 100;
    private static final Duration USUAL_CALENDAR = Duration.ofDays(7);

    @Inject
    ScheduleRepository schedules;

    @Inject
    JobRequestRepository jobs;

    @Inject
    StandardRollouts standardRollouts;

    @Inject
    Commands commands;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    History history;

    @Inject
    Clock clock;

    public ScheduleView add(NewSchedule command) {
        authority.require(Right.JOB_SCHEDULE);
        commands.valid(command);
        JobKind job = JobKind.named(command.job());
        if (job == JobKind.RELEASE_ROLLOUT) {
            authority.require(Right.DEPLOYMENT_RUN);
        }
        ScheduleTiming timing = ScheduleTiming.of(command.once(), command.cron(), command.zone(), Times.now(clock));
        Schedule schedule = trail.create(
                AuditEntry.of("schedule.add").by(Right.JOB_SCHEDULE),
                deed -> new Schedule(
                        schedules.nextNumber(),
                        job,
                        command.parameters(),
                        command.changeTemplate(),
                        timing,
                        command.overlap(),
                        deed));
        if (job == JobKind.RELEASE_ROLLOUT) {
            standardRollouts.check(command.changeTemplate());
        }
        return ScheduleView.from(schedule, List.of());
    }

    public ScheduleView end(RecordNumber number, long version) {
        authority.require(Right.JOB_SCHEDULE);
        Schedule schedule = schedules.require(number, version);
        return ScheduleView.from(
                trail.change(schedule, AuditEntry.of("schedule.end").by(Right.JOB_SCHEDULE), schedule::end), List.of());
    }

    public ScheduleView get(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        return ScheduleView.from(schedules.require(number), history.lately(number, STEPS_SHOWN));
    }

    /**
     * @param count how many of its next starts, 1 to {@value #MOST_UPCOMING}
     */
    public List<CalendarEntry> upcoming(RecordNumber number, int count) {
        authority.require(Right.RECORD_READ);
        if (count < 1 || count > MOST_UPCOMING) {
            throw Invalid.field("count", "must be from 1 to " + MOST_UPCOMING);
        }
        Schedule schedule = schedules.require(number);
        return ScheduleView.upcoming(schedule, count).stream()
                .map(at -> CalendarEntry.from(schedule, at))
                .toList();
    }

    /** What came of its times so far, newest first. */
    public Page<ScheduleRunView> runs(RecordNumber number, Long before, int size) {
        authority.require(Right.RECORD_READ);
        return schedules
                .runs(schedules.require(number).number(), before, size)
                .map(run -> ScheduleRunView.from(
                        run, run.job() == null ? null : jobs.require(RecordNumber.parse(run.job()))));
    }

    /**
     * What all active schedules start, in order of time; of very many the earliest.
     *
     * @param from null for now
     * @param to null for a week after from
     */
    public List<CalendarEntry> calendar(Instant from, Instant to) {
        authority.require(Right.RECORD_READ);
        Instant begin = from == null ? Times.now(clock) : from;
        Instant end = to == null ? begin.plus(USUAL_CALENDAR) : to;
        ScheduleCalendar.check(begin, end);
        return ScheduleCalendar.of(schedules.active(), begin, end);
    }

    public Page<ScheduleView> page(Long before, int size) {
        authority.require(Right.RECORD_READ);
        return schedules.page(before, size).map(schedule -> ScheduleView.from(schedule, List.of()));
    }
}
