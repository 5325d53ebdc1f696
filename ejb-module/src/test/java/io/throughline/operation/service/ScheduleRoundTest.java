package io.throughline.operation.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A round over schedules of which the first fails in one way or another. */
class ScheduleRoundTest {

    private static final RecordNumber FIRST = RecordKind.SCHEDULE.number(1);
    private static final RecordNumber SECOND = RecordKind.SCHEDULE.number(2);

    private final List<String> steps = new ArrayList<>();

    @Test
    void aRefusedTimeIsSkippedAndTheNextScheduleRuns() {
        new ScheduleRound(runs(new Conflict("job-active", "busy", Map.of()), null)).round();

        assertThat(steps).containsExactly("run SCH-000001", "skip SCH-000001: busy", "run SCH-000002");
    }

    @Test
    void aTimeThatCannotEvenBeSkippedHoldsUpNoOther() {
        new ScheduleRound(runs(new Conflict("job-active", "busy", Map.of()), new IllegalStateException("lock")))
                .round();

        assertThat(steps).containsExactly("run SCH-000001", "skip SCH-000001: busy", "run SCH-000002");
    }

    @Test
    void aFailureHoldsUpNoOther() {
        new ScheduleRound(runs(new IllegalStateException("lock"), null)).round();

        assertThat(steps).containsExactly("run SCH-000001", "run SCH-000002");
    }

    /**
     * @param running what running the first schedule ends with
     * @param skipping what skipping it ends with; null when it can be skipped
     */
    private ScheduleRuns runs(RuntimeException running, RuntimeException skipping) {
        return new ScheduleRuns() {
            @Override
            public List<Due> due() {
                return List.of(new Due(FIRST, "PER-000001"), new Due(SECOND, "PER-000001"));
            }

            @Override
            public void run(RecordNumber number) {
                steps.add("run " + number);
                if (number.equals(FIRST)) {
                    throw running;
                }
            }

            @Override
            public void skip(RecordNumber number, String reason) {
                steps.add("skip " + number + ": " + reason);
                if (skipping != null) {
                    throw skipping;
                }
            }
        };
    }
}
