package io.throughline.operation.service;

import io.throughline.kernel.persistence.History;
import io.throughline.operation.domain.Overlap;
import io.throughline.operation.domain.Schedule;
import io.throughline.operation.domain.ScheduleState;
import io.throughline.operation.domain.ScheduleVerb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A schedule as people see it.
 *
 * @param overlap what is done when a time comes while the job before is not over
 * @param queuedFor the time whose run waits for the job before; null when none waits
 * @param upcoming the next times at which it is due, at most five
 * @param history its last steps, the skipped times with their reasons among them; empty in a list
 * @param lastOutcome what came of the last time: the job asked for, or why it was skipped
 */
public record ScheduleView(
        String number,
        long version,
        String job,
        ScheduleState state,
        Map<String, String> parameters,
        String changeTemplate,
        Instant once,
        String cron,
        String zone,
        String madeBy,
        Overlap overlap,
        Instant queuedFor,
        Instant next,
        List<Instant> upcoming,
        Instant last,
        String lastOutcome,
        List<ScheduleVerb> allowed,
        List<History.Step> history) {

    private static final int UPCOMING = 5;

    static ScheduleView from(Schedule schedule, List<History.Step> history) {
        return new ScheduleView(
                schedule.number().toString(),
                schedule.version(),
                schedule.job().jobName(),
                schedule.state(),
                schedule.parameters(),
                schedule.changeTemplate(),
                schedule.timing().once(),
                schedule.timing().cron(),
                schedule.timing().zone().getId(),
                schedule.madeBy(),
                schedule.overlap(),
                schedule.queuedFor(),
                schedule.next(),
                upcoming(schedule),
                schedule.last(),
                schedule.lastOutcome(),
                ScheduleState.TRANSITIONS.allowed(schedule.state()).stream()
                        .filter(verb -> verb == ScheduleVerb.END)
                        .toList(),
                history);
    }

    private static List<Instant> upcoming(Schedule schedule) {
        return upcoming(schedule, UPCOMING);
    }

    /** The next times at which it is due, at most so many. */
    static List<Instant> upcoming(Schedule schedule, int count) {
        List<Instant> times = new ArrayList<>();
        Optional<Instant> time = Optional.ofNullable(schedule.next());
        while (time.isPresent() && times.size() < count) {
            times.add(time.get());
            time = schedule.timing().next(time.get());
        }
        return times;
    }
}
