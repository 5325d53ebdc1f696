package io.throughline.operation.domain;

import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A job that somebody asked for. It is written in the transaction that asks and launched after the commit: a node
 * claims it (of two nodes that try, one meets the other's version and gives up), starts it, and notes the execution's
 * number. A crash anywhere in between leaves a request that the next boot, or another node, takes up again with a
 * higher token.
 */
@Entity
@Table(name = "job_request")
public class JobRequest extends AuditedRoot {

    @Enumerated(EnumType.STRING)
    @Column(name = "job_kind", nullable = false)
    private JobKind job;

    @Convert(converter = ParametersConverter.class)
    @Column(nullable = false)
    private Map<String, String> parameters;

    @Column(nullable = false)
    private String subject;

    /** Job and subject as long as the request is not over, then null: the database lets two never work on one. */
    @Column(name = "working_on", unique = true)
    private String workingOn;

    @Column(name = "requested_by", nullable = false)
    private String requestedBy;

    @Column(name = "on_behalf_of")
    private String onBehalfOf;

    @Column(name = "schedule_number")
    private String schedule;

    @Enumerated(EnumType.STRING)
    @Column(name = "job_state", nullable = false)
    private JobState state;

    @Column(name = "stop_asked", nullable = false)
    private boolean stopAsked;

    @Column(name = "owner")
    private String owner;

    @Column(name = "token", nullable = false)
    private long token;

    @Column(name = "execution_id")
    private Long executionId;

    @Column(name = "requested_at", nullable = false)
    private Instant requestedAt;

    @Column(name = "launched_at")
    private Instant launchedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "exit_text")
    private String exit;

    protected JobRequest() {}

    /**
     * @param onBehalfOf the person whose rights the job uses; null for the machine's own jobs
     * @param schedule number of the schedule that asks, or null
     */
    public JobRequest(
            RecordNumber number,
            JobKind job,
            Map<String, String> parameters,
            String onBehalfOf,
            String schedule,
            Deed deed) {
        super(number);
        this.job = job;
        this.parameters = job.check(parameters);
        this.subject = job.subjectOf(this.parameters);
        this.requestedBy = deed.actor();
        this.onBehalfOf = onBehalfOf;
        this.schedule = schedule;
        this.requestedAt = deed.at();
        enter(JobState.REQUESTED);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.JOB;
    }

    @Override
    public Facts facts() {
        Facts facts = Facts.of()
                .put("job", job.jobName())
                .put("state", state)
                .put("onBehalfOf", onBehalfOf)
                .put("schedule", schedule)
                .put("owner", owner)
                .put("token", token)
                .put("executionId", executionId)
                .put("exit", exit);
        parameters.forEach((name, value) -> facts.put("parameter." + name, value));
        if (stopAsked) {
            facts.put("stopAsked", true);
        }
        return facts;
    }

    /** A node claims the request. */
    public void launch(String incarnation, Deed deed) {
        move(JobVerb.LAUNCH, JobState.LAUNCHED, deed);
        claimedBy(incarnation, deed);
    }

    /** The batch engine has started it under this number. */
    public void execute(long execution, Deed deed) {
        move(JobVerb.EXECUTE, JobState.LAUNCHED, deed);
        this.executionId = execution;
    }

    /** Another incarnation claims what a dead one had claimed. */
    public void takeOver(String incarnation, Deed deed) {
        move(JobVerb.TAKE_OVER, JobState.LAUNCHED, deed);
        claimedBy(incarnation, deed);
    }

    /** What nobody has launched yet is stopped at once; what runs is asked to stop at its next safe point. */
    public void stop(Deed deed) {
        JobState after = state == JobState.REQUESTED ? JobState.STOPPED : JobState.LAUNCHED;
        move(JobVerb.STOP, after, deed);
        this.stopAsked = true;
        if (after == JobState.STOPPED) {
            this.endedAt = deed.at();
        }
    }

    /**
     * @param ending COMPLETED, FAILED or STOPPED
     * @param exitText what the job said at its end
     */
    public void end(JobState ending, String exitText, Deed deed) {
        move(JobVerb.END, ending, deed);
        this.exit = exitText == null || exitText.length() <= MOST_EXIT ? exitText : exitText.substring(0, MOST_EXIT);
        this.endedAt = deed.at();
    }

    private static final int MOST_EXIT = 1000;

    public void restart(Deed deed) {
        move(JobVerb.RESTART, JobState.REQUESTED, deed);
        this.stopAsked = false;
        this.endedAt = null;
        this.exit = null;
    }

    private void claimedBy(String incarnation, Deed deed) {
        this.owner = incarnation;
        this.token++;
        if (launchedAt == null) {
            this.launchedAt = deed.at();
        }
    }

    private void move(JobVerb verb, JobState chosen, Deed deed) {
        JobState after = JobState.TRANSITIONS.after(number(), state, verb, chosen);
        changed(verb, state, after, deed);
        enter(after);
    }

    private void enter(JobState next) {
        this.state = next;
        this.workingOn = JobState.ACTIVE.contains(next) ? work() : null;
    }

    public JobKind job() {
        return job;
    }

    /** What the job is about; two of one kind never work on the same. */
    public String subject() {
        return subject;
    }

    /** Job and subject. */
    public String work() {
        return job.jobName() + " " + subject;
    }

    public Map<String, String> parameters() {
        return new TreeMap<>(parameters);
    }

    public String requestedBy() {
        return requestedBy;
    }

    public String onBehalfOf() {
        return onBehalfOf;
    }

    public String schedule() {
        return schedule;
    }

    public JobState state() {
        return state;
    }

    public boolean stopAsked() {
        return stopAsked;
    }

    /** Incarnation of the node that has claimed it last. */
    public String owner() {
        return owner;
    }

    /** Counts the claims; what an earlier claim left behind is recognised by its lower token. */
    public long token() {
        return token;
    }

    /** Number of the execution in the batch engine; empty until it was started. */
    public Optional<Long> executionId() {
        return Optional.ofNullable(executionId);
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Instant launchedAt() {
        return launchedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public String exit() {
        return exit;
    }
}
