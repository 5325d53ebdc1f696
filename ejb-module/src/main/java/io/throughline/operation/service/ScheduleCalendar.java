package io.throughline.operation.service;

import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.operation.domain.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** The starts of many schedules in order of time. */
final class ScheduleCalendar {

    /** More than so many starts are not shown; the earliest are. */
    static final int MOST = 1_000;

    static final Duration LONGEST = Duration.ofDays(62);

    private record Start(Schedule schedule, Instant at) {}

    private ScheduleCalendar() {}

    /**
     * @throws Invalid when it is no period, or one that is too long
     */
    static void check(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            throw Invalid.field("to", "must be after from");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Invalid.field("to", "must be at most " + LONGEST.toDays() + " days after from");
        }
    }

    /**
     * @param from first moment, at the earliest now
     * @param to first moment that does not belong to it
     */
    static List<CalendarEntry> of(Collection<Schedule> schedules, Instant from, Instant to) {
        PriorityQueue<Start> coming = new PriorityQueue<>(Comparator.comparing(Start::at)
                .thenComparing(start -> start.schedule().number().sequence()));
        schedules.forEach(schedule -> firstFrom(schedule, from)
                .filter(at -> at.isBefore(to))
                .ifPresent(at -> coming.add(new Start(schedule, at))));
        List<CalendarEntry> entries = new ArrayList<>();
        while (!coming.isEmpty() && entries.size() < MOST) {
            Start start = coming.remove();
            entries.add(CalendarEntry.from(start.schedule(), start.at()));
            start.schedule()
                    .timing()
                    .next(start.at())
                    .filter(at -> at.isBefore(to))
                    .ifPresent(at -> coming.add(new Start(start.schedule(), at)));
        }
        return entries;
    }

    private static Optional<Instant> firstFrom(Schedule schedule, Instant from) {
        Optional<Instant> next = Optional.ofNullable(schedule.next());
        return next.filter(at -> at.isBefore(from)).isPresent()
                ? schedule.timing().next(from.minusNanos(1))
                : next;
    }
}
