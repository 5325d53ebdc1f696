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
                Arguments.of(ScheduleState.ACTIVE, ScheduleVerb.QUEUE, ScheduleState.ACTIVE),
                Arguments.of(ScheduleState.ACTIVE, ScheduleVerb.END, ScheduleState.ENDED),
                Arguments.of(ScheduleState.ENDED, ScheduleVerb.RUN, null),
                Arguments.of(ScheduleState.ENDED, ScheduleVerb.SKIP, null),
                Arguments.of(ScheduleState.ENDED, ScheduleVerb.QUEUE, null),
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
    void aRunThatWaitsTakesPlaceOnceAndTheTimesThatComeMeanwhileAreSkipped() {
        Schedule schedule = daily(Overlap.QUEUE);
        Instant first = Instant.parse("2026-03-03T02:30:00Z");
        Instant second = Instant.parse("2026-03-04T02:30:00Z");

        schedule.queue(deed(first, "JOB-000001 is not over"));
        assertThat(schedule.queuedFor()).isEqualTo(first);
        assertThat(schedule.next()).isEqualTo(second);
        schedule.skip(deed(second, "one run waits already"));
        assertThat(schedule.queuedFor()).isEqualTo(first);
        schedule.run(RecordKind.JOB.number(7), deed(second.plusSeconds(60), null));

        assertThat(schedule.queuedFor()).isNull();
        assertThat(schedule.last()).isEqualTo(first);
        assertThat(schedule.next()).isEqualTo(Instant.parse("2026-03-05T02:30:00Z"));
    }

    @Test
    void aRunThatWaitsAndIsRefusedThenGivesWayToTheNextTime() {
        Schedule schedule = daily(Overlap.QUEUE);
        Instant first = Instant.parse("2026-03-03T02:30:00Z");
        schedule.queue(deed(first, "JOB-000001 is not over"));

        schedule.giveUpQueued(deed(first.plusSeconds(60), "the template is withdrawn"));

        assertThat(schedule.queuedFor()).isNull();
        assertThat(schedule.last()).isEqualTo(first);
        assertThat(schedule.next()).isEqualTo(Instant.parse("2026-03-04T02:30:00Z"));
    }

    @Test
    void whatIsDueOnceAndWaitsEndsTheScheduleWhenItsTurnHasCome() {
        Instant at = NOW.plusSeconds(20);
        Schedule schedule = once(at, Overlap.QUEUE);
        schedule.queue(deed(at, "JOB-000001 is not over"));
        assertThat(schedule.state()).isEqualTo(ScheduleState.ACTIVE);
        schedule.run(RecordKind.JOB.number(5), deed(at.plusSeconds(60), null));
        assertThat(schedule.state()).isEqualTo(ScheduleState.ENDED);
    }

    @Test
    void endingAScheduleDropsTheRunThatWaits() {
        Schedule schedule = daily(Overlap.QUEUE);
        schedule.queue(deed(Instant.parse("2026-03-03T02:30:00Z"), "JOB-000001 is not over"));
        schedule.end(deed(NOW, null));
        assertThat(schedule.queuedFor()).isNull();
    }

    @Test
    void itSaysHowManyTimesWereMissed() {
        Schedule schedule = daily();
        assertThat(schedule.missedTimes(Instant.parse("2026-03-03T02:29:00Z"), 100))
                .isZero();
        assertThat(schedule.missedTimes(Instant.parse("2026-03-10T12:00:00Z"), 100))
                .isEqualTo(8);
        assertThat(schedule.missedTimes(Instant.parse("2026-03-10T12:00:00Z"), 3))
                .isEqualTo(3);
    }

    @Test
    void whatWasDueOnceIsOverAfterIt() {
        Instant at = NOW.plusSeconds(20);
        Schedule schedule = once(at, Overlap.REFUSE);
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
    void ofTheTimesThatTheSkippedHourPutsTogetherOneIsLeft() {
        ScheduleTiming hourly = ScheduleTiming.of(null, "0 * * * *", "Europe/Amsterdam", NOW);
        Instant one = Instant.parse("2026-03-29T00:00:00Z");
        Instant two = hourly.next(one).orElseThrow();
        assertThat(two).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(hourly.next(two)).contains(Instant.parse("2026-03-29T02:00:00Z"));
    }

    @Test
    void theHourThatAutumnRepeatsHasNoTimesOfItsOwn() {
        ScheduleTiming quarterly = ScheduleTiming.of(null, "*/15 * * * *", "Europe/Amsterdam", NOW);
        Instant lastOfTheFirst = Instant.parse("2026-10-25T00:45:00Z");
        assertThat(quarterly.next(lastOfTheFirst)).contains(Instant.parse("2026-10-25T02:00:00Z"));
        assertThat(quarterly.next(Instant.parse("2026-10-25T01:20:00Z")))
                .contains(Instant.parse("2026-10-25T02:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "Australia/Lord_Howe, 15 2 * * *, 2026-10-03T12:00:00Z, 2026-10-03T15:45:00Z",
        "America/New_York, 30 2 * * *, 2026-03-08T05:00:00Z, 2026-03-08T07:30:00Z",
        "UTC, 30 2 * * *, 2026-03-28T12:00:00Z, 2026-03-29T02:30:00Z"
    })
    void aTimeThatTheClocksJumpOverIsAsMuchLaterAsTheyJump(String zone, String cron, Instant after, Instant expected) {
        assertThat(ScheduleTiming.of(null, cron, zone, NOW).next(after)).contains(expected);
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
                        Overlap.REFUSE,
                        deed(NOW, null)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("changeTemplate");
    }

    private static Schedule once(Instant at, Overlap overlap) {
        return new Schedule(
                RecordKind.SCHEDULE.number(1),
                JobKind.CONFIGURATION_AUDIT,
                Map.of(),
                null,
                ScheduleTiming.of(at, null, null, NOW),
                overlap,
                deed(NOW, null));
    }

    private static Schedule daily() {
        return daily(Overlap.REFUSE);
    }

    private static Schedule daily(Overlap overlap) {
        return new Schedule(
                RecordKind.SCHEDULE.number(1),
                JobKind.CONFIGURATION_AUDIT,
                Map.of(),
                null,
                ScheduleTiming.of(null, "30 2 * * *", "UTC", NOW),
                overlap,
                deed(NOW, null));
    }

    private static void perform(Schedule schedule, ScheduleVerb verb) {
        switch (verb) {
            case RUN -> schedule.run(RecordKind.JOB.number(1), deed(NOW, null));
            case SKIP -> schedule.skip(deed(NOW, "why"));
            case QUEUE -> schedule.queue(deed(NOW, "JOB-000001 is not over"));
            case END -> schedule.end(deed(NOW, null));
        }
    }

    private static Deed deed(Instant at, String reason) {
        return new Deed("PER-000001", at, reason);
    }
}
