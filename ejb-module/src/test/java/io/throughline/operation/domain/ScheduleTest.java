package io.throughline.operation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.refusal.IllegalTransition;
import io.throughline.kernel.domain.refusal.Invalid;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    static Stream<Arguments> everyStateAndVerb() {
        return Stream.of(
                Arguments.of(ScheduleState.ACTIVE, ScheduleVerb.RUN, ScheduleState.ACTIVE),
                Arguments.of(ScheduleState.ACTIVE, ScheduleVerb.SKIP, ScheduleState.ACTIVE),
                Arguments.of(ScheduleState.ACTIVE, ScheduleVerb.END, ScheduleState.ENDED),
                Arguments.of(ScheduleState.ENDED, ScheduleVerb.RUN, null),
                Arguments.of(ScheduleState.ENDED, ScheduleVerb.SKIP, null),
                Arguments.of(ScheduleState.ENDED, ScheduleVerb.END, null));
    }

    @ParameterizedTest(name = "{1} when {0} leads to {2}")
    @MethodSource("everyStateAndVerb")
    void everyVerbIsTakenOrRefused(ScheduleState from, ScheduleVerb verb, ScheduleState expected) {
        Schedule schedule = daily();
        if (from == ScheduleState.ENDED) {
            schedule.end(deed(NOW, null));
        }
        if (expected == null) {
            assertThatThrownBy(() -> perform(schedule, verb)).isInstanceOf(IllegalTransition.class);
        } else {
            perform(schedule, verb);
            assertThat(schedule.state()).isEqualTo(expected);
        }
    }

    @Test
    void aRunLeadsToTheNextTime() {
        Schedule schedule = daily();
        Instant first = Instant.parse("2026-03-03T02:30:00Z");
        assertThat(schedule.next()).isEqualTo(first);
        assertThat(schedule.due(first.minusSeconds(1))).isFalse();
        assertThat(schedule.due(first)).isTrue();
        schedule.run(RecordKind.JOB.number(5), deed(first, null));
        assertThat(schedule.next()).isEqualTo(Instant.parse("2026-03-04T02:30:00Z"));
        assertThat(schedule.lastOutcome()).contains("JOB-000005");
    }

    @Test
    void manyMissedTimesAreSkippedAtOnceAndNeverMadeUpFor() {
        Schedule schedule = daily();
        Instant daysLater = Instant.parse("2026-03-10T12:00:00Z");
        assertThat(schedule.missed(daysLater)).isTrue();
        schedule.skip(deed(daysLater, "missed"));
        assertThat(schedule.next()).isEqualTo(Instant.parse("2026-03-11T02:30:00Z"));
        assertThat(schedule.lastOutcome()).isEqualTo("skipped: missed");
    }

    @Test
    void whatWasDueOnceIsOverAfterIt() {
        Instant at = NOW.plusSeconds(20);
        Schedule schedule = new Schedule(
                RecordKind.SCHEDULE.number(1),
                JobKind.CONFIGURATION_AUDIT,
                Map.of(),
                null,
                ScheduleTiming.of(at, null, null, NOW),
                deed(NOW, null));
        schedule.run(RecordKind.JOB.number(5), deed(at, null));
        assertThat(schedule.state()).isEqualTo(ScheduleState.ENDED);
        assertThat(schedule.next()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "nonsense, UTC, cron",
                "61 * * * *, UTC, cron",
                "* * * *, UTC, cron",
                "0 0 30 2 *, UTC, cron",
                "0 3 * * *, Mars/Olympus, zone",
                "-, UTC, cron"
            })
    void nonsenseIsRefusedWithTheFieldAndWhatIsAllowed(String cron, String zone, String field) {
        assertThatThrownBy(() -> ScheduleTiming.of(null, cron, zone, NOW))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.field()).isEqualTo(field)));
    }

    @Test
    void aTimeInThePastIsRefused() {
        assertThatThrownBy(() -> ScheduleTiming.of(NOW.minusSeconds(1), null, null, NOW))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("once must be in the future");
    }

    @Test
    void theFieldsMeanTheClocksOfTheZone() {
        ScheduleTiming timing = ScheduleTiming.of(null, "30 2 * * *", "Europe/Amsterdam", NOW);
        assertThat(timing.next(NOW)).contains(Instant.parse("2026-03-03T01:30:00Z"));
    }

    @Test
    void whatIsDueInTheHourThatSpringLeavesOutIsDueAnHourLater() {
        Instant before = Instant.parse("2026-03-29T00:00:00Z");
        ScheduleTiming timing = ScheduleTiming.of(null, "30 2 * * *", "Europe/Amsterdam", NOW);
        assertThat(timing.next(before)).contains(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void whatIsDueInTheHourThatAutumnRepeatsIsDueOnce() {
        Instant before = Instant.parse("2026-10-24T22:00:00Z");
        ScheduleTiming timing = ScheduleTiming.of(null, "30 2 * * *", "Europe/Amsterdam", NOW);
        Instant first = timing.next(before).orElseThrow();
        assertThat(first).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(timing.next(first)).contains(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void aRolloutNeedsTheTemplateOfItsChange() {
        ScheduleTiming timing = ScheduleTiming.of(null, "30 2 * * *", null, NOW);
        assertThatThrownBy(() -> new Schedule(
                        RecordKind.SCHEDULE.number(1),
                        JobKind.RELEASE_ROLLOUT,
                        Map.of(),
                        null,
                        timing,
                        deed(NOW, null)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("changeTemplate");
    }

    private static Schedule daily() {
        return new Schedule(
                RecordKind.SCHEDULE.number(1),
                JobKind.CONFIGURATION_AUDIT,
                Map.of(),
                null,
                ScheduleTiming.of(null, "30 2 * * *", "UTC", NOW),
                deed(NOW, null));
    }

    private static void perform(Schedule schedule, ScheduleVerb verb) {
        switch (verb) {
            case RUN -> schedule.run(RecordKind.JOB.number(1), deed(NOW, null));
            case SKIP -> schedule.skip(deed(NOW, "why"));
            case END -> schedule.end(deed(NOW, null));
        }
    }

    private static Deed deed(Instant at, String reason) {
        return new Deed("PER-000001", at, reason);
    }
}
