package io.throughline.operation.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.persistence.History;
import io.throughline.operation.domain.JobKind;
import io.throughline.operation.domain.JobRequest;
import io.throughline.operation.domain.JobRequestRepository;
import io.throughline.operation.domain.JobState;
import io.throughline.operation.domain.JobVerb;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes and answers what people and processes ask of the jobs. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class JobService {

    @Inject
    JobRequestRepository jobs;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @EJB
    JobRequests requests;

    @Inject
    Event<JobRequested> requested;

    @Inject
    History history;

    @EJB
    NodeLife nodes;

    /** Starts a job by hand. */
    public JobView start(StartJob command) {
        authority.requireAny(Right.JOB_OPERATE, Right.CONFIGURATION_AUDIT);
        JobKind job = JobKind.named(command.job());
        Right right = job == JobKind.CONFIGURATION_AUDIT
                        && !authority.may(Right.JOB_OPERATE)
                        && authority.may(Right.CONFIGURATION_AUDIT)
                ? Right.CONFIGURATION_AUDIT
                : Right.JOB_OPERATE;
        authority.require(right);
        return view(requests.ask(job, command.parameters(), right, null));
    }

    public JobView stop(RecordNumber number, long version) {
        authority.require(Right.JOB_OPERATE);
        JobRequest request = jobs.require(number, version);
        trail.change(request, AuditEntry.of("job.stop").by(Right.JOB_OPERATE), request::stop);
        requested.fire(new JobRequested(number));
        return view(request);
    }

    /**
     * Lets a failed or stopped job go on where it ended.
     *
     * @throws Conflict when another job works on the same subject by now
     */
    public JobView restart(RecordNumber number, long version) {
        authority.require(Right.JOB_OPERATE);
        JobRequest request = jobs.require(number, version);
        JobState.TRANSITIONS.require(number, request.state(), JobVerb.RESTART);
        SoleWorker.write(
                jobs,
                request.job(),
                request.subject(),
                () -> trail.change(request, AuditEntry.of("job.restart").by(Right.JOB_OPERATE), request::restart));
        requested.fire(new JobRequested(number));
        return view(request);
    }

    public JobView get(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        return view(jobs.require(number), busy(), history.of(number));
    }

    /**
     * @param job name of the job, or null for all
     * @param schedule number of the schedule that asked, or null for all
     */
    public Page<JobView> page(String job, String schedule, Long before, int size) {
        authority.require(Right.RECORD_READ);
        Set<String> busy = busy();
        return jobs.page(job == null ? null : JobKind.named(job), schedule, before, size)
                .map(request -> view(request, busy, List.of()));
    }

    private JobView view(JobRequest request) {
        return view(request, busy(), List.of());
    }

    private JobView view(JobRequest request, Set<String> busy, List<History.Step> steps) {
        return JobView.from(request, nodes::alive, busy.contains(request.work()), steps);
    }

    /** What some job does now. */
    private Set<String> busy() {
        return Stream.concat(jobs.waiting().stream(), jobs.launched().stream())
                .map(JobRequest::work)
                .collect(Collectors.toSet());
    }
}
