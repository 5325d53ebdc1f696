package io.throughline.operation.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Times;
import io.throughline.kernel.persistence.History;
import io.throughline.operation.domain.JobKind;
import io.throughline.operation.domain.Schedule;
import io.throughline.operation.domain.ScheduleRepository;
import io.throughline.operation.domain.ScheduleTiming;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.util.List;

/** Keeps the schedules. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class ScheduleService {

    @Inject
    ScheduleRepository schedules;

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
        JobKind job = JobKind.named(command.job());
        ScheduleTiming timing = ScheduleTiming.of(command.once(), command.cron(), command.zone(), Times.now(clock));
        return ScheduleView.from(
                trail.create(
                        AuditEntry.of("schedule.add").by(Right.JOB_SCHEDULE),
                        deed -> new Schedule(
                                schedules.nextNumber(),
                                job,
                                command.parameters(),
                                command.changeTemplate(),
                                timing,
                                deed)),
                List.of());
    }

    public ScheduleView end(RecordNumber number, long version) {
        authority.require(Right.JOB_SCHEDULE);
        Schedule schedule = schedules.require(number, version);
        return ScheduleView.from(
                trail.change(schedule, AuditEntry.of("schedule.end").by(Right.JOB_SCHEDULE), schedule::end), List.of());
    }

    public ScheduleView get(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        return ScheduleView.from(schedules.require(number), history.of(number));
    }

    public Page<ScheduleView> page(Long before, int size) {
        authority.require(Right.RECORD_READ);
        return schedules.page(before, size).map(schedule -> ScheduleView.from(schedule, List.of()));
    }
}
