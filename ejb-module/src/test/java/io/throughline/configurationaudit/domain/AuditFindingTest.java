package io.throughline.configurationaudit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.refusal.IllegalTransition;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuditFindingTest {

    private static final Deed DEED = new Deed("PER-000001", Instant.parse("2026-03-01T10:00:00Z"), "seen");
    private static final Difference DIFFERENCE = new Difference(
            FindingKind.UNEXPLAINED_FILE, "SRV-000001", "cart", "cart/trust.pem", "aa", "bb", "CHG-000001");

    static Stream<Arguments> everyFindingStateAndVerb() {
        return Stream.of(
                Arguments.of(FindingState.OPEN, FindingVerb.DECIDE, FindingState.DECIDED),
                Arguments.of(FindingState.OPEN, FindingVerb.SEE_AGAIN, FindingState.OPEN),
                Arguments.of(FindingState.OPEN, FindingVerb.VANISH, FindingState.GONE),
                Arguments.of(FindingState.DECIDED, FindingVerb.DECIDE, FindingState.DECIDED),
                Arguments.of(FindingState.DECIDED, FindingVerb.SEE_AGAIN, FindingState.DECIDED),
                Arguments.of(FindingState.DECIDED, FindingVerb.VANISH, FindingState.GONE),
                Arguments.of(FindingState.GONE, FindingVerb.DECIDE, null),
                Arguments.of(FindingState.GONE, FindingVerb.SEE_AGAIN, null),
                Arguments.of(FindingState.GONE, FindingVerb.VANISH, null));
    }

    @ParameterizedTest(name = "{1} when {0} leads to {2}")
    @MethodSource("everyFindingStateAndVerb")
    void everyVerbIsTakenOrRefused(FindingState from, FindingVerb verb, FindingState expected) {
        AuditFinding finding = in(from);
        if (expected == null) {
            assertThatThrownBy(() -> perform(finding, verb)).isInstanceOf(IllegalTransition.class);
        } else {
            perform(finding, verb);
            assertThat(finding.state()).isEqualTo(expected);
        }
    }

    static Stream<Arguments> everyAuditStateAndVerb() {
        return Stream.of(
                Arguments.of(AuditState.RUNNING, AuditVerb.RECORD, AuditState.RUNNING),
                Arguments.of(AuditState.RUNNING, AuditVerb.START_OVER, AuditState.RUNNING),
                Arguments.of(AuditState.RUNNING, AuditVerb.COMPLETE, AuditState.COMPLETED),
                Arguments.of(AuditState.COMPLETED, AuditVerb.RECORD, null),
                Arguments.of(AuditState.COMPLETED, AuditVerb.START_OVER, AuditState.RUNNING),
                Arguments.of(AuditState.COMPLETED, AuditVerb.COMPLETE, null));
    }

    @ParameterizedTest(name = "{1} when {0} leads to {2}")
    @MethodSource("everyAuditStateAndVerb")
    void everyVerbOfAnAuditIsTakenOrRefused(AuditState from, AuditVerb verb, AuditState expected) {
        ConfigurationAudit audit =
                new ConfigurationAudit(RecordKind.CONFIGURATION_AUDIT.number(1), "JOB-000001", "all", 3, DEED);
        if (from == AuditState.COMPLETED) {
            audit.complete(DEED);
        }
        Runnable deed = switch (verb) {
            case RECORD -> () -> audit.record(3, 1, 1, DEED);
            case START_OVER -> () -> audit.startOver(3, DEED);
            case COMPLETE -> () -> audit.complete(DEED);
        };
        if (expected == null) {
            assertThatThrownBy(deed::run).isInstanceOf(IllegalTransition.class);
        } else {
            deed.run();
            assertThat(audit.state()).isEqualTo(expected);
        }
    }

    private static AuditFinding in(FindingState state) {
        AuditFinding finding = new AuditFinding(RecordKind.AUDIT_FINDING.number(1), DIFFERENCE, "CAU-000001", DEED);
        if (state == FindingState.DECIDED) {
            finding.decide(Decision.REVERT, DEED);
        } else if (state == FindingState.GONE) {
            finding.vanish("CAU-000002", DEED);
        }
        return finding;
    }

    private static void perform(AuditFinding finding, FindingVerb verb) {
        switch (verb) {
            case DECIDE -> finding.decide(Decision.ADOPT, DEED);
            case SEE_AGAIN -> finding.seeAgain(DIFFERENCE, "CAU-000002", DEED);
            case VANISH -> finding.vanish("CAU-000002", DEED);
        }
    }
}
