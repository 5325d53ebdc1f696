package io.throughline.deployment.domain.target;

import static io.throughline.deployment.domain.target.TargetAction.INSTALL;
import static io.throughline.deployment.domain.target.TargetAction.ROLLBACK;
import static io.throughline.deployment.domain.target.TargetAction.VERIFY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TargetCourseTest {

    /** Goal, action, doubt, whether something was changed, outcome: whether the server is touched, and what is next. */
    private static final String EXPECTED = """
            INSTALL INSTALL - true APPLIED touched -
            INSTALL INSTALL - true VERIFIED touched -
            INSTALL INSTALL - false UP_TO_DATE untouched -
            INSTALL INSTALL - true FAILED touched -
            INSTALL INSTALL - false FAILED untouched -
            INSTALL INSTALL - false UNREACHABLE untouched -
            INSTALL INSTALL - false IN_DOUBT touched VERIFY
            INSTALL INSTALL - false QUARANTINED untouched -
            INSTALL INSTALL - false SKIPPED untouched -
            INSTALL VERIFY INSTALL false PENDING untouched INSTALL
            INSTALL VERIFY INSTALL true PENDING touched INSTALL
            INSTALL VERIFY INSTALL true VERIFIED touched -
            INSTALL VERIFY INSTALL true FAILED touched -
            INSTALL VERIFY INSTALL false IN_DOUBT touched -
            ROLLBACK INSTALL - true VERIFIED touched ROLLBACK
            ROLLBACK INSTALL - true FAILED touched ROLLBACK
            ROLLBACK INSTALL - false FAILED untouched -
            ROLLBACK INSTALL - false UNREACHABLE untouched -
            ROLLBACK INSTALL - false IN_DOUBT touched VERIFY
            ROLLBACK VERIFY INSTALL true VERIFIED touched ROLLBACK
            ROLLBACK VERIFY INSTALL true FAILED touched ROLLBACK
            ROLLBACK VERIFY INSTALL false PENDING untouched -
            ROLLBACK VERIFY INSTALL true PENDING touched ROLLBACK
            ROLLBACK VERIFY ROLLBACK true VERIFIED touched ROLLBACK
            ROLLBACK VERIFY ROLLBACK true FAILED touched -
            ROLLBACK VERIFY ROLLBACK false ROLLED_BACK untouched -
            ROLLBACK VERIFY ROLLBACK false IN_DOUBT touched -
            ROLLBACK ROLLBACK - false ROLLED_BACK untouched -
            ROLLBACK ROLLBACK - true FAILED touched -
            ROLLBACK ROLLBACK - false IN_DOUBT touched VERIFY
            """;

    static Stream<Arguments> courses() {
        return EXPECTED.lines().map(line -> Arguments.of((Object[]) line.split(" ")));
    }

    @ParameterizedTest(name = "{0}: {1} of {2}, changed {3}, {4} -> {5}, next {6}")
    @MethodSource("courses")
    void whatComesNext(
            String goal, String action, String doubt, String changed, String state, String touched, String next) {
        Outcome outcome = outcome(
                TargetAction.valueOf(action),
                doubt.equals("-") ? null : TargetAction.valueOf(doubt),
                TargetState.valueOf(state),
                Boolean.parseBoolean(changed));

        assertThat(TargetCourse.touched(outcome)).isEqualTo(touched.equals("touched"));
        assertThat(TargetCourse.next(TargetAction.valueOf(goal), outcome)
                        .map(Enum::name)
                        .orElse("-"))
                .isEqualTo(next);
    }

    @Test
    void whatWasTouchedBeforeStaysTouchedWhenNothingWasReached() {
        Claim claim = new Claim(
                "DEP-000001", 1, 1, "SRV-000001", 2, ROLLBACK, null, true, TargetState.VERIFIED, false, "4.2.7", "a");
        Outcome outcome =
                new Outcome(claim, TargetState.UNREACHABLE, false, null, null, null, "no-route", null, List.of());

        assertThat(TargetCourse.touched(outcome)).isTrue();
        assertThat(TargetCourse.next(ROLLBACK, outcome)).isEmpty();
    }

    @Test
    void anOutcomeThatAnActionCannotHaveIsNone() {
        for (TargetAction action : TargetAction.values()) {
            Arrays.stream(TargetState.values())
                    .filter(state -> !TargetCourse.outcomesOf(action).contains(state))
                    .forEach(state -> assertThatThrownBy(() -> outcome(action, INSTALL, state, false))
                            .isInstanceOf(IllegalArgumentException.class));
        }
        assertThat(TargetCourse.outcomesOf(VERIFY)).doesNotContain(TargetState.UNREACHABLE);
    }

    @Test
    void evidenceIsCleanedAndCut() {
        StepEvidence step = new StepEvidence(
                "install", 0, "a\u0007b\u001b[31mred\n" + "x".repeat(5000), 3, Instant.parse("2026-03-02T09:00:00Z"));

        assertThat(step.output())
                .startsWith("a?b?[31mred\nxxx")
                .endsWith("[cut]")
                .hasSize(4000);
    }

    private static Outcome outcome(TargetAction action, TargetAction doubt, TargetState state, boolean changed) {
        Claim claim = new Claim(
                "DEP-000001", 1, 1, "SRV-000001", 1, action, doubt, false, TargetState.PENDING, false, null, "a");
        return new Outcome(claim, state, changed, null, null, null, null, null, List.of());
    }
}
