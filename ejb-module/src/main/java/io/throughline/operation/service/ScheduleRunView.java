package io.throughline.operation.service;

import io.throughline.operation.domain.JobRequest;
import io.throughline.operation.domain.ScheduleRun;
import java.time.Instant;

/**
 * What came of one time of a schedule.
 *
 * @param due the time of the schedule
 * @param at when the job was asked for, or the time skipped
 * @param job number of the job; null when the time was skipped
 * @param outcome how the job stands or ended, as in {@link JobView}; SKIPPED when there was none
 * @param reason why the time was skipped, or what the job said at its end
 * @param change number of the standard change of a rollout, and so on; null for every other job
 */
public record ScheduleRunView(
        Instant due,
        Instant at,
        String job,
        String outcome,
        String reason,
        String change,
        String release,
        String deployment) {

    /**
     * @param request the job; null when the time was skipped
     */
    static ScheduleRunView from(ScheduleRun run, JobRequest request) {
        return new ScheduleRunView(
                run.due(),
                run.decided(),
                run.job(),
                request == null ? "SKIPPED" : request.state().name(),
                request == null ? run.skippedBecause() : request.exit(),
                run.change(),
                run.release(),
                run.deployment());
    }
}
