package io.throughline.operation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.operation.domain.JobKind;
import io.throughline.operation.domain.Overlap;
import io.throughline.operation.domain.Schedule;
import io.throughline.operation.domain.ScheduleTiming;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the schedules start in a period. */
class ScheduleCalendarTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void theStartsOfAllSchedulesComeInOrderOfTime() {
        List<CalendarEntry> entries = ScheduleCalendar.of(
                List.of(schedule(1, "0 3 * * *", "UTC"), schedule(2, "30 2 * * *", "Europe/Amsterdam")),
                NOW,
                NOW.plus(Duration.ofDays(2)));

        assertThat(entries)
                .extracting(CalendarEntry::schedule, CalendarEntry::local)
                .containsExactly(
                        tuple("SCH-000002", "2026-03-03T02:30:00+01:00"),
                        tuple("SCH-000001", "2026-03-03T03:00:00Z"),
                        tuple("SCH-000002", "2026-03-04T02:30:00+01:00"),
                        tuple("SCH-000001", "2026-03-04T03:00:00Z"));
    }

    @Test
    void aPeriodToComeBeginsWithItsFirstStart() {
        Instant from = Instant.parse("2026-04-01T03:00:00Z");

        assertThat(ScheduleCalendar.of(List.of(schedule(1, "0 3 * * *", "UTC")), from, from.plusSeconds(1)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.at()).isEqualTo(from));
    }

    @Test
    void ofVeryManyStartsTheEarliestAreShown() {
        List<CalendarEntry> entries =
                ScheduleCalendar.of(List.of(schedule(1, "* * * * *", "UTC")), NOW, NOW.plus(Duration.ofDays(7)));

        assertThat(entries).hasSize(ScheduleCalendar.MOST);
        assertThat(entries.get(0).at()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void whatIsNoPeriodIsRefused() {
        assertThatThrownBy(() -> ScheduleCalendar.check(NOW, NOW)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> ScheduleCalendar.check(NOW, NOW.plus(Duration.ofDays(63))))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("62 days");
    }

    private static Schedule schedule(int number, String cron, String zone) {
        return new Schedule(
                RecordKind.SCHEDULE.number(number),
                JobKind.CONFIGURATION_AUDIT,
                Map.of(),
                null,
                ScheduleTiming.of(null, cron, zone, NOW),
                Overlap.REFUSE,
                new Deed("PER-000001", NOW, null));
    }
}
