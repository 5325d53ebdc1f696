package io.throughline.operation.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Times;
import io.throughline.operation.domain.JobKind;
import io.throughline.operation.domain.JobRequest;
import io.throughline.operation.domain.JobRequestRepository;
import io.throughline.operation.domain.JobState;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The nodes' side of the job requests: claims, takeovers and endings, each in a transaction of its own. Of two nodes
 * that claim the same request, one meets a version that has moved and its transaction fails.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobClaims {

    /**
     * What a node has to know of a request.
     *
     * @param owner incarnation that has claimed it; null when none has
     * @param executionId number in the batch engine; null before it was started for the first time
     */
    public record Claim(
            RecordNumber number,
            JobKind job,
            Map<String, String> parameters,
            String onBehalfOf,
            String owner,
            long token,
            Long executionId,
            boolean stopAsked) {

        static Claim from(JobRequest request) {
            return new Claim(
                    request.number(),
                    request.job(),
                    request.parameters(),
                    request.onBehalfOf(),
                    request.owner(),
                    request.token(),
                    request.executionId().orElse(null),
                    request.stopAsked());
        }
    }

    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    @Inject
    JobRequestRepository jobs;

    @Inject
    Clock clock;

    @Inject
    AuditTrail trail;

    @Inject
    Authority authority;

    @EJB
    JobRequests requests;

    public List<Claim> waiting() {
        return jobs.waiting().stream().map(Claim::from).toList();
    }

    public List<Claim> launched() {
        return jobs.launched().stream().map(Claim::from).toList();
    }

    /** What a running job has to know of its own request. */
    public Claim of(RecordNumber number) {
        return Claim.from(jobs.require(number));
    }

    /**
     * @return the claim; empty when the request does not wait any more
     */
    public Optional<Claim> claim(RecordNumber number, String incarnation) {
        authority.requireMachine();
        JobRequest request = jobs.require(number);
        if (request.state() != JobState.REQUESTED) {
            return Optional.empty();
        }
        trail.change(request, AuditEntry.of("job.launch"), deed -> request.launch(incarnation, deed));
        return Optional.of(Claim.from(request));
    }

    /**
     * @param formerToken token of the claim that is thought dead
     * @return the new claim, with the next token; empty when somebody else has moved the request meanwhile
     */
    public Optional<Claim> takeOver(RecordNumber number, long formerToken, String incarnation) {
        authority.requireMachine();
        JobRequest request = jobs.require(number);
        if (request.state() != JobState.LAUNCHED || request.token() != formerToken) {
            return Optional.empty();
        }
        trail.change(request, AuditEntry.of("job.takeOver"), deed -> request.takeOver(incarnation, deed));
        return Optional.of(Claim.from(request));
    }

    public void executed(RecordNumber number, long token, long execution) {
        authority.requireMachine();
        JobRequest request = jobs.require(number);
        if (stillHeld(request, token)) {
            trail.change(request, AuditEntry.of("job.execute"), deed -> request.execute(execution, deed));
        }
    }

    public void ended(RecordNumber number, long token, JobStarter.Ending ending) {
        authority.requireMachine();
        JobRequest request = jobs.require(number);
        if (stillHeld(request, token)) {
            trail.change(
                    request,
                    AuditEntry.of("job.end").because(ending.exit()),
                    deed -> request.end(ending.state(), ending.exit(), deed));
        }
    }

    /** Sees to it that a job is there which has to be: as long as there is work for it, or always. */
    public void ensure(JobKind job, Map<String, String> parameters) {
        authority.requireMachine();
        requests.ensure(job.jobName(), parameters);
    }

    /**
     * As {@link #ensure}, for work that went on once: what a person stopped stays stopped, and what failed is tried
     * again only after a while.
     */
    public void ensureGoing(JobKind job, Map<String, String> parameters) {
        authority.requireMachine();
        Instant lately = Times.now(clock).minus(AFTER_FAILURE);
        boolean leave = jobs.lastOn(job, job.subjectOf(parameters))
                .filter(last -> last.state() == JobState.STOPPED
                        || last.state() == JobState.FAILED && last.endedAt().isAfter(lately))
                .isPresent();
        if (!leave) {
            ensure(job, parameters);
        }
    }

    private static boolean stillHeld(JobRequest request, long token) {
        return request.state() == JobState.LAUNCHED && request.token() == token;
    }
}
