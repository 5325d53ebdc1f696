package io.throughline.operation.domain;

import io.throughline.kernel.domain.RecordNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** What came of one time of a schedule. Written in the transaction of the schedule's own step, and never changed. */
@Entity
@Table(name = "schedule_run")
public class ScheduleRun {

    private static final int MOST_REASON = 1000;

    @Id
    @SequenceGenerator(name = "schedule_run_seq", sequenceName = "schedule_run_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "schedule_run_seq")
    private Long id;

    @Column(name = "schedule_number", nullable = false, updatable = false)
    private String schedule;

    @Column(name = "due_at", nullable = false, updatable = false)
    private Instant due;

    @Column(name = "decided_at", nullable = false, updatable = false)
    private Instant decided;

    @Column(name = "job_number", updatable = false)
    private String job;

    @Column(name = "change_number", updatable = false)
    private String change;

    @Column(name = "release_number", updatable = false)
    private String release;

    @Column(name = "deployment_number", updatable = false)
    private String deployment;

    @Column(name = "skipped_because", updatable = false)
    private String skippedBecause;

    protected ScheduleRun() {}

    private ScheduleRun(RecordNumber schedule, Instant due, Instant decided) {
        this.schedule = schedule.toString();
        this.due = due;
        this.decided = decided;
    }

    /** What was made for the run of a rollout. */
    public record Rollout(String change, String release, String deployment) {}

    /**
     * @param rollout null for every other job
     */
    public static ScheduleRun asked(
            RecordNumber schedule, Instant due, Instant decided, RecordNumber job, Rollout rollout) {
        ScheduleRun run = new ScheduleRun(schedule, due, decided);
        run.job = job.toString();
        if (rollout != null) {
            run.change = rollout.change();
            run.release = rollout.release();
            run.deployment = rollout.deployment();
        }
        return run;
    }

    public static ScheduleRun skipped(RecordNumber schedule, Instant due, Instant decided, String reason) {
        ScheduleRun run = new ScheduleRun(schedule, due, decided);
        run.skippedBecause = reason.length() <= MOST_REASON ? reason : reason.substring(0, MOST_REASON);
        return run;
    }

    public long id() {
        return id;
    }

    /** The time of the schedule that this is about. */
    public Instant due() {
        return due;
    }

    /** When the job was asked for, or the time skipped. */
    public Instant decided() {
        return decided;
    }

    /** Number of the job; null when the time was skipped. */
    public String job() {
        return job;
    }

    public String change() {
        return change;
    }

    public String release() {
        return release;
    }

    public String deployment() {
        return deployment;
    }

    /** Why the time was skipped; null when it was not. */
    public String skippedBecause() {
        return skippedBecause;
    }
}
