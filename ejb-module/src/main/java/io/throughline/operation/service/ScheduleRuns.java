package io.throughline.operation.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Times;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.operation.domain.JobKind;
import io.throughline.operation.domain.JobRequest;
import io.throughline.operation.domain.JobRequestRepository;
import io.throughline.operation.domain.JobState;
import io.throughline.operation.domain.Schedule;
import io.throughline.operation.domain.ScheduleRepository;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The machine's side of the schedules. A run and the step of the schedule to its next time are one transaction, so that
 * of two nodes one only asks for the job.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ScheduleRuns {

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
    Instance<StandardRollouts> standardRollouts;

    @Inject
    Clock clock;

    public List<Due> due() {
        return schedules.due(Times.now(clock)).stream()
                .map(number -> new Due(number, schedules.require(number).madeBy()))
                .toList();
    }

    /**
     * Asks for the job of a schedule, or skips a time that was missed or that the run before has not left yet.
     *
     * @throws io.throughline.kernel.domain.refusal.Refusal when the job cannot be asked for; nothing has changed then
     */
    public void run(RecordNumber number) {
        authority.requireMachine();
        Schedule schedule = schedules.require(number);
        if (!schedule.due(Times.now(clock))) {
            return;
        }
        if (schedule.missed(Times.now(clock))) {
            skip(schedule, "missed: nothing could start it at " + Times.text(schedule.next()));
            return;
        }
        Optional<JobRequest> before =
                jobs.lastOf(number.toString()).filter(last -> JobState.ACTIVE.contains(last.state()));
        if (before.isPresent()) {
            skip(schedule, "the run before, " + before.get().number() + ", is not over");
            return;
        }
        authority.require(Right.JOB_SCHEDULE);
        JobRequest request = requests.ask(schedule.job(), parameters(schedule), Right.JOB_SCHEDULE, number.toString());
        trail.change(
                schedule,
                AuditEntry.of("schedule.run").by(Right.JOB_SCHEDULE),
                deed -> schedule.run(request.number(), deed));
    }

    /** Skips the time that has come, because its job was refused. */
    public void skip(RecordNumber number, String reason) {
        authority.requireMachine();
        Schedule schedule = schedules.require(number);
        if (schedule.due(Times.now(clock))) {
            skip(schedule, reason);
        }
    }

    private void skip(Schedule schedule, String reason) {
        trail.change(schedule, AuditEntry.of("schedule.skip").because(reason), schedule::skip);
    }

    private Map<String, String> parameters(Schedule schedule) {
        if (schedule.job() != JobKind.RELEASE_ROLLOUT) {
            return schedule.parameters();
        }
        if (standardRollouts.isUnsatisfied()) {
            throw new Conflict("no-standard-rollout", "This installation makes no standard changes from templates.");
        }
        return Map.of(
                "deployment",
                standardRollouts
                        .get()
                        .prepare(schedule.changeTemplate(), schedule.number().toString()));
    }
}
