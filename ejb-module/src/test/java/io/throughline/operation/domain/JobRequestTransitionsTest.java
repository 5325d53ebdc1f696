package io.throughline.operation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.refusal.IllegalTransition;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JobRequestTransitionsTest {

    private static final Deed DEED = new Deed("machine:operation", Instant.parse("2026-03-01T10:00:00Z"), null);

    /** State after the verb, or null where the verb is refused. Columns: LAUNCH EXECUTE TAKE_OVER STOP END RESTART. */
    private static final Map<JobState, JobState[]> EXPECTED = Map.of(
            JobState.REQUESTED,
            new JobState[] {JobState.LAUNCHED, null, null, JobState.STOPPED, null, null},
            JobState.LAUNCHED,
            new JobState[] {null, JobState.LAUNCHED, JobState.LAUNCHED, JobState.LAUNCHED, JobState.COMPLETED, null},
            JobState.COMPLETED,
            new JobState[] {null, null, null, null, null, null},
            JobState.FAILED,
            new JobState[] {null, null, null, null, null, JobState.REQUESTED},
            JobState.STOPPED,
            new JobState[] {null, null, null, null, null, JobState.REQUESTED});

    static Stream<Arguments> everyStateAndVerb() {
        return Stream.of(JobState.values())
                .flatMap(state -> Stream.of(JobVerb.values())
                        .map(verb -> Arguments.of(state, verb, EXPECTED.get(state)[verb.ordinal()])));
    }

    @ParameterizedTest(name = "{1} when {0} leads to {2}")
    @MethodSource("everyStateAndVerb")
    void everyVerbIsTakenOrRefused(JobState from, JobVerb verb, JobState expected) {
        JobRequest request = in(from);
        if (expected == null) {
            assertThatThrownBy(() -> perform(request, verb))
                    .isInstanceOf(IllegalTransition.class)
                    .hasMessageContaining(from.name());
            assertThat(request.state()).isEqualTo(from);
        } else {
            perform(request, verb);
            assertThat(request.state()).isEqualTo(expected);
        }
    }

    @Test
    void everyClaimCountsTheTokenUp() {
        JobRequest request = in(JobState.LAUNCHED);
        long first = request.token();
        request.takeOver("second", DEED);
        assertThat(request.token()).isEqualTo(first + 1);
        assertThat(request.owner()).isEqualTo("second");
    }

    @Test
    void aJobThatRunsIsOnlyAskedToStop() {
        JobRequest request = in(JobState.LAUNCHED);
        request.stop(DEED);
        assertThat(request.stopAsked()).isTrue();
        assertThat(request.endedAt()).isNull();
    }

    private static JobRequest in(JobState state) {
        JobRequest request = new JobRequest(
                RecordKind.JOB.number(1), JobKind.CONFIGURATION_AUDIT, Map.of(), "PER-000001", null, DEED);
        if (state != JobState.REQUESTED) {
            request.launch("first", DEED);
            request.execute(7, DEED);
        }
        if (JobState.ENDED.contains(state)) {
            request.end(state, "over", DEED);
        }
        return request;
    }

    private static void perform(JobRequest request, JobVerb verb) {
        switch (verb) {
            case LAUNCH -> request.launch("node", DEED);
            case EXECUTE -> request.execute(8, DEED);
            case TAKE_OVER -> request.takeOver("node", DEED);
            case STOP -> request.stop(DEED);
            case END -> request.end(JobState.COMPLETED, "COMPLETED", DEED);
            case RESTART -> request.restart(DEED);
        }
    }
}
