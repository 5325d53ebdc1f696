package io.throughline.batch.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.batch.connector.runner.HostOutcome;
import io.throughline.batch.connector.runner.RunnerReport;
import io.throughline.deployment.domain.target.Claim;
import io.throughline.deployment.domain.target.Outcome;
import io.throughline.deployment.domain.target.TargetAction;
import io.throughline.deployment.domain.target.TargetCourse;
import io.throughline.deployment.domain.target.TargetState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomesTest {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    static Stream<Arguments> everyActionAndAnswer() {
        return Arrays.stream(TargetAction.values())
                .flatMap(action -> Arrays.stream(HostOutcome.values()).map(outcome -> Arguments.of(action, outcome)));
    }

    @ParameterizedTest
    @MethodSource("everyActionAndAnswer")
    void everyAnswerLeadsWhereTheLedgerTakesIt(TargetAction action, HostOutcome outcome) {
        assertThat(TargetCourse.outcomesOf(action)).contains(Outcomes.state(action, outcome));
    }

    @ParameterizedTest
    @MethodSource("everyActionAndAnswer")
    void whatIsNotAsWishedSaysWhy(TargetAction action, HostOutcome answer) {
        Outcome outcome = outcome(action, report(answer, "", false));
        boolean wished = action == TargetAction.ROLLBACK
                ? outcome.state() == TargetState.ROLLED_BACK
                : outcome.state() == TargetState.VERIFIED || outcome.state() == TargetState.UP_TO_DATE;
        assertThat(outcome.reason() == null).isEqualTo(wished);
        assertThat(outcome.reasonKey() == null).isEqualTo(wished);
    }

    @Test
    void silenceAfterAnOrderIsDoubtAndNeverFailureOrUnreachable() {
        assertThat(Outcomes.state(TargetAction.INSTALL, HostOutcome.IN_DOUBT)).isEqualTo(TargetState.IN_DOUBT);
        assertThat(Outcomes.state(TargetAction.ROLLBACK, HostOutcome.IN_DOUBT)).isEqualTo(TargetState.IN_DOUBT);
        assertThat(Outcomes.state(TargetAction.VERIFY, HostOutcome.UNREACHABLE)).isEqualTo(TargetState.IN_DOUBT);
    }

    @Test
    void aHostFoundHalfWayMayBeGoneOnWithAndCountsAsTouched() {
        Outcome outcome = outcome(TargetAction.VERIFY, report(HostOutcome.HALF_APPLIED, "", false));
        assertThat(outcome.state()).isEqualTo(TargetState.PENDING);
        assertThat(outcome.changed()).isTrue();
    }

    @Test
    void aFailedStepHasNoExitThatWeWouldHaveToInvent() {
        Outcome outcome = outcome(TargetAction.INSTALL, report(HostOutcome.FAILED, "install", true));
        assertThat(outcome.steps())
                .extracting(step -> step.command() + " " + step.exit())
                .containsExactly("level 0", "install null", "install order null");
    }

    private static Outcome outcome(TargetAction action, RunnerReport report) {
        Claim claim = new Claim(
                "DEP-000001",
                1,
                1,
                "SRV-000001",
                7,
                action,
                action == TargetAction.VERIFY ? TargetAction.INSTALL : null,
                false,
                TargetState.PENDING,
                false,
                null,
                "boot");
        return new Outcomes("ab".repeat(32)).of(claim, report, AT);
    }

    private static RunnerReport report(HostOutcome outcome, String failedStep, boolean changed) {
        Map<String, String> outputs = new java.util.LinkedHashMap<>();
        outputs.put("level", "4.2.7");
        outputs.put("install", "installing");
        return new RunnerReport(
                outcome, "", "4.2.7", "4.2.7", failedStep, changed, false, false, outputs, Duration.ofMillis(20));
    }
}
