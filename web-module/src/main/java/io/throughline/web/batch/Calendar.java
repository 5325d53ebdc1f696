package io.throughline.web.batch;

import io.throughline.operation.service.CalendarEntry;
import io.throughline.operation.service.ScheduleService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What all schedules start in one week, day by day in UTC. */
@Named
@RequestScoped
public class Calendar {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int LATEST_WEEK = 520;

    /** A day and its starts in order of time. */
    public record Day(String name, List<CalendarEntry> starts) {}

    @Inject
    ScheduleService schedules;

    @Inject
    Clock clock;

    private int week;
    private List<Day> days = List.of();

    public void load() {
        Instant from = clock.instant().plus(Duration.ofDays(7L * week));
        Map<String, List<CalendarEntry>> byDay = schedules.calendar(from, null).stream()
                .collect(Collectors.groupingBy(
                        entry -> DAY.format(entry.at()), LinkedHashMap::new, Collectors.toList()));
        days = byDay.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }

    public List<Day> getDays() {
        return days;
    }

    /** How many weeks from now; 0 for the seven days that begin now. */
    public int getWeek() {
        return week;
    }

    public void setWeek(int week) {
        this.week = Math.max(0, Math.min(week, LATEST_WEEK));
    }
}
