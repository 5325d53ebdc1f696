package io.throughline.operation.service;

import io.throughline.operation.domain.Schedule;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * A start that is to come.
 *
 * @param local the same time on the clocks of the schedule's zone
 */
public record CalendarEntry(
        Instant at, String local, String zone, String schedule, String job, String changeTemplate, String madeBy) {

    static CalendarEntry from(Schedule schedule, Instant at) {
        return new CalendarEntry(
                at,
                at.atZone(schedule.timing().zone()).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                schedule.timing().zone().getId(),
                schedule.number().toString(),
                schedule.job().jobName(),
                schedule.changeTemplate(),
                schedule.madeBy());
    }
}
