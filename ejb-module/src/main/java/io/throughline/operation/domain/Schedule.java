package io.throughline.operation.domain;

import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Asks for a job at set times. A time that went by while nobody could start the job is skipped and said so; it is never
 * made up for in a heap. A rollout needs a change of its own at each run: its schedule names the template of a
 * pre-authorized standard change.
 */
@Entity
@Table(name = "schedule")
public class Schedule extends AuditedRoot {

    /** How late a job may start and still count as started at its time. */
    public static final Duration GRACE = Duration.ofMinutes(2);

    @Enumerated(EnumType.STRING)
    @Column(name = "job_kind", nullable = false)
    private JobKind job;

    @Convert(converter = ParametersConverter.class)
    @Column(nullable = false)
    private Map<String, String> parameters;

    @Column(name = "change_template")
    private String changeTemplate;

    @Column(name = "once_at")
    private Instant once;

    private String cron;

    @Column(nullable = false)
    private String zone;

    @Enumerated(EnumType.STRING)
    @Column(name = "schedule_state", nullable = false)
    private ScheduleState state;

    @Column(name = "made_by", nullable = false)
    private String madeBy;

    @Column(name = "next_at")
    private Instant next;

    @Column(name = "last_at")
    private Instant last;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Overlap overlap;

    /** The time whose run waits for the job before; null when none waits. */
    @Column(name = "queued_for")
    private Instant queuedFor;

    @Column(name = "last_outcome")
    private String lastOutcome;

    protected Schedule() {}

    /**
     * @param changeTemplate number of the template of the standard change; for rollouts only, and needed there
     * @param overlap what is done when the job before is not over
     */
    public Schedule(
            RecordNumber number,
            JobKind job,
            Map<String, String> parameters,
            String changeTemplate,
            ScheduleTiming timing,
            Overlap overlap,
            Deed deed) {
        super(number);
        this.job = job;
        this.changeTemplate = changeTemplate;
        this.parameters = checked(job, parameters, changeTemplate);
        this.once = timing.once();
        this.cron = timing.cron();
        this.zone = timing.zone().getId();
        this.overlap = overlap;
        this.state = ScheduleState.ACTIVE;
        this.madeBy = deed.actor();
        this.next = timing.next(deed.at()).orElseThrow(() -> Invalid.field("once", "must be in the future"));
    }

    private static Map<String, String> checked(JobKind job, Map<String, String> parameters, String changeTemplate) {
        if (job == JobKind.SEALING) {
            throw Invalid.field("job", "sealing runs as long as the server does and is not scheduled");
        }
        if (job != JobKind.RELEASE_ROLLOUT) {
            if (changeTemplate != null) {
                throw Invalid.field("changeTemplate", "belongs to schedules of release-rollout only");
            }
            return job.check(parameters);
        }
        if (changeTemplate == null) {
            throw Invalid.field(
                    "changeTemplate",
                    "must name the template of a pre-authorized standard change, as in TPL-000001: every rollout needs"
                            + " its change");
        }
        RecordNumber.parse(RecordKind.CHANGE_TEMPLATE, "changeTemplate", changeTemplate);
        if (!parameters.isEmpty()) {
            throw Invalid.field("parameters", "must be empty: what is rolled out, and where, is the template's");
        }
        return Map.of();
    }

    @Override
    public RecordKind kind() {
        return RecordKind.SCHEDULE;
    }

    @Override
    public Facts facts() {
        Facts facts = Facts.of()
                .put("job", job.jobName())
                .put("changeTemplate", changeTemplate)
                .put("once", once)
                .put("cron", cron)
                .put("zone", zone)
                .put("state", state)
                .put("overlap", overlap)
                .put("next", next)
                .put("queuedFor", queuedFor)
                .put("last", last)
                .put("lastOutcome", lastOutcome);
        parameters.forEach((name, value) -> facts.put("parameter." + name, value));
        return facts;
    }

    /** Whether its time has come. */
    public boolean due(Instant now) {
        return state == ScheduleState.ACTIVE && next != null && !next.isAfter(now);
    }

    /** Whether its time went by so long ago that it is skipped. */
    public boolean missed(Instant now) {
        return due(now) && next.plus(GRACE).isBefore(now);
    }

    /** Its times from the one that is due to this moment, and no more than so many: those that were missed. */
    public int missedTimes(Instant now, int most) {
        int times = 0;
        Optional<Instant> time = Optional.ofNullable(next).filter(due -> !due.isAfter(now));
        while (time.isPresent() && times < most) {
            times++;
            time = timing().next(time.get()).filter(due -> !due.isAfter(now));
        }
        return times;
    }

    /**
     * The run that waits, or else the time that has come, led to a job.
     *
     * @param jobNumber the job that was asked for
     */
    public void run(RecordNumber jobNumber, Deed deed) {
        pass(ScheduleVerb.RUN, queuedFor != null, "asked for " + jobNumber, deed);
    }

    /** The time that has come leads to no job; the deed's reason says why. A run that waits goes on waiting. */
    public void skip(Deed deed) {
        pass(ScheduleVerb.SKIP, false, "skipped: " + deed.reason(), deed);
    }

    /** The run that waits leads to no job; the deed's reason says why. */
    public void giveUpQueued(Deed deed) {
        pass(ScheduleVerb.SKIP, true, "skipped: " + deed.reason(), deed);
    }

    /** The time that has come waits for the job before to be over; the deed's reason names it. */
    public void queue(Deed deed) {
        this.queuedFor = next;
        pass(ScheduleVerb.QUEUE, false, "waits: " + deed.reason(), deed);
    }

    public void end(Deed deed) {
        ScheduleState after = ScheduleState.TRANSITIONS.after(number(), state, ScheduleVerb.END);
        changed(ScheduleVerb.END, state, after, deed);
        state = after;
        next = null;
        queuedFor = null;
    }

    /**
     * @param waited whether it is about the run that waited, and not about the time that has come
     */
    private void pass(ScheduleVerb verb, boolean waited, String outcome, Deed deed) {
        Instant following = waited ? next : timing().next(deed.at()).orElse(null);
        Instant waiting = waited ? null : queuedFor;
        ScheduleState chosen = following == null && waiting == null ? ScheduleState.ENDED : ScheduleState.ACTIVE;
        ScheduleState after = ScheduleState.TRANSITIONS.after(number(), state, verb, chosen);
        changed(verb, state, after, deed);
        state = after;
        last = waited ? queuedFor : next;
        next = following;
        queuedFor = waiting;
        lastOutcome = outcome.length() <= 1000 ? outcome : outcome.substring(0, 1000);
    }

    public ScheduleTiming timing() {
        return new ScheduleTiming(once, cron, ZoneId.of(zone));
    }

    public JobKind job() {
        return job;
    }

    public Map<String, String> parameters() {
        return new TreeMap<>(parameters);
    }

    public String changeTemplate() {
        return changeTemplate;
    }

    public ScheduleState state() {
        return state;
    }

    /** The person whose rights its jobs use. */
    public String madeBy() {
        return madeBy;
    }

    /** When it is due next; null when never again. */
    public Instant next() {
        return next;
    }

    /** When it was due last, null before the first time. */
    public Instant last() {
        return last;
    }

    public Overlap overlap() {
        return overlap;
    }

    /** The time whose run waits for the job before; null when none waits. */
    public Instant queuedFor() {
        return queuedFor;
    }

    /** What came of the last time it was due. */
    public String lastOutcome() {
        return lastOutcome;
    }
}
