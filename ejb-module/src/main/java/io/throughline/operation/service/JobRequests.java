package io.throughline.operation.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.service.Acting;
import io.throughline.operation.domain.JobKind;
import io.throughline.operation.domain.JobRequest;
import io.throughline.operation.domain.JobRequestRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Takes the job requests of processes, in their transaction: the job is launched when that has committed, and never when
 * it has not. The process has checked the rights for it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class JobRequests {

    @Inject
    JobRequestRepository jobs;

    @Inject
    AuditTrail trail;

    @Inject
    Event<JobRequested> requested;

    /**
     * @param job name of the job, such as {@code release-rollout}
     * @return number of the job
     * @throws Conflict when a job of this kind works on the same subject already
     */
    public String request(String job, Map<String, String> parameters) {
        return ask(JobKind.named(job), parameters, null, null).number().toString();
    }

    /**
     * As {@link #request}, for work that has to go on: where a job does it already, that one is enough.
     *
     * @return number of the job
     */
    public String ensure(String job, Map<String, String> parameters) {
        JobKind kind = JobKind.named(job);
        return jobs.activeOn(kind, kind.subjectOf(kind.check(parameters)))
                .orElseGet(() -> ask(kind, parameters, null, null))
                .number()
                .toString();
    }

    /**
     * @param right the right that is used, or null
     * @param schedule number of the schedule that asks, or null
     * @throws Conflict when a job of this kind works on the same subject already
     */
    public JobRequest ask(JobKind job, Map<String, String> parameters, Enum<?> right, String schedule) {
        Map<String, String> checked = job.check(parameters);
        Acting.Account account = Acting.required();
        String person = account.isMachine() ? account.onBehalfOf() : account.actor();
        JobRequest request = SoleWorker.write(
                jobs,
                job,
                job.subjectOf(checked),
                () -> trail.create(
                        AuditEntry.of("job.request").by(right),
                        deed -> new JobRequest(jobs.nextNumber(), job, checked, person, schedule, deed)));
        requested.fire(new JobRequested(request.number()));
        return request;
    }
}
