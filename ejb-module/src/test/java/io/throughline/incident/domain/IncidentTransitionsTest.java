package io.throughline.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.ExpectedTransitions;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.IllegalTransition;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IncidentTransitionsTest {

    private static final String EXPECTED = """
            LOGGED: CLASSIFY>CLASSIFIED ASSIGN>LOGGED NOTE>LOGGED
            CLASSIFIED: CLASSIFY>CLASSIFIED SUPPORT>CLASSIFIED ESCALATE>CLASSIFIED ASSIGN>CLASSIFIED HOLD>ON_HOLD\
             NOTE>CLASSIFIED DECLARE_MAJOR>CLASSIFIED START_DIAGNOSIS>IN_DIAGNOSIS CHECK_SYMPTOM>CLASSIFIED\
             RESOLVE>RESOLVED
            IN_DIAGNOSIS: CLASSIFY>IN_DIAGNOSIS SUPPORT>IN_DIAGNOSIS ESCALATE>IN_DIAGNOSIS ASSIGN>IN_DIAGNOSIS\
             HOLD>ON_HOLD NOTE>IN_DIAGNOSIS DECLARE_MAJOR>IN_DIAGNOSIS RECORD_ANSWERS>IN_DIAGNOSIS\
             CONCLUDE_DIAGNOSIS>IN_DIAGNOSIS PLAN_RESOLUTION>RESOLUTION_PLANNED CHECK_SYMPTOM>IN_DIAGNOSIS\
             RESOLVE>RESOLVED
            RESOLUTION_PLANNED: CLASSIFY>RESOLUTION_PLANNED ESCALATE>RESOLUTION_PLANNED ASSIGN>RESOLUTION_PLANNED\
             HOLD>ON_HOLD NOTE>RESOLUTION_PLANNED DECLARE_MAJOR>RESOLUTION_PLANNED RECORD_ANSWERS>RESOLUTION_PLANNED\
             BEGIN_RECOVERY>RESOLUTION_PLANNED CHECK_SYMPTOM>RESOLUTION_PLANNED RESOLVE>RESOLVED\
             FAIL_RESOLUTION>RESOLUTION_UNSUCCESSFUL
            RESOLUTION_UNSUCCESSFUL: CLASSIFY>RESOLUTION_UNSUCCESSFUL SUPPORT>RESOLUTION_UNSUCCESSFUL\
             ESCALATE>RESOLUTION_UNSUCCESSFUL ASSIGN>RESOLUTION_UNSUCCESSFUL HOLD>ON_HOLD\
             NOTE>RESOLUTION_UNSUCCESSFUL DECLARE_MAJOR>RESOLUTION_UNSUCCESSFUL START_DIAGNOSIS>IN_DIAGNOSIS\
             RECORD_ANSWERS>RESOLUTION_UNSUCCESSFUL CHECK_SYMPTOM>RESOLUTION_UNSUCCESSFUL
            RESOLVED: ASSIGN>RESOLVED NOTE>RESOLVED RECORD_ANSWERS>RESOLVED CHECK_SYMPTOM>RESOLVED\
             REOPEN>RESOLUTION_UNSUCCESSFUL CLOSE>CLOSED
            ON_HOLD: ASSIGN>ON_HOLD RESUME>CLASSIFIED NOTE>ON_HOLD RECORD_ANSWERS>ON_HOLD BEGIN_RECOVERY>ON_HOLD\
             CHECK_SYMPTOM>ON_HOLD
            CLOSED:
            """;

    static Stream<Arguments> everyStateAndVerb() {
        return ExpectedTransitions.pairs(IncidentState.class, IncidentVerb.class, EXPECTED);
    }

    @ParameterizedTest(name = "{1} when {0} leads to {2}")
    @MethodSource("everyStateAndVerb")
    void everyVerbIsTakenOrRefused(IncidentState from, IncidentVerb verb, IncidentState expected) {
        Incident incident = IncidentFixture.in(from);
        assertThat(incident.state()).isEqualTo(from);
        incident.takePendingChanges();
        if (expected == null) {
            assertThatThrownBy(() -> IncidentFixture.perform(incident, verb))
                    .isInstanceOf(IllegalTransition.class)
                    .hasMessageContaining(from.name());
            assertThat(incident.state()).isEqualTo(from);
            assertThat(incident.hasPendingChanges()).isFalse();
        } else {
            IncidentFixture.perform(incident, verb);
            assertThat(incident.state()).isEqualTo(expected);
        }
    }

    @Test
    void aHeldIncidentGoesOnWhereItWas() {
        for (IncidentState worked : IncidentState.AT_WORK) {
            Incident incident = IncidentFixture.in(worked);

            incident.hold(IncidentFixture.at(11));
            assertThat(incident.holdReason()).isEqualTo("because");
            incident.resume(IncidentFixture.at(12));

            assertThat(incident.state()).isEqualTo(worked);
            assertThat(incident.holdReason()).isNull();
        }
    }

    @Test
    void noChangeIsRaisedBeforeTheDiagnosisIsConcluded() {
        Incident incident = IncidentFixture.in(IncidentState.CLASSIFIED);
        incident.startDiagnosis(IncidentFixture.at(11));

        assertThatThrownBy(() -> incident.planResolution(IncidentFixture.CHANGE, IncidentFixture.at(12)))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("diagnosis-open"));
        assertThat(incident.change()).isNull();
    }

    @Test
    void everyTimeIsKeptApart() {
        Incident incident = IncidentFixture.logged();
        incident.classify("shop", Impact.HIGH, Urgency.HIGH, new PriorityPolicy(), IncidentFixture.at(1));
        incident.startDiagnosis(IncidentFixture.at(2));
        incident.concludeDiagnosis(
                new Diagnosis("a patch is missing", null, "shopping-cart", "4.2.8"),
                java.util.List.of("SRV-000001"),
                IncidentFixture.at(3));
        incident.planResolution(IncidentFixture.CHANGE, IncidentFixture.at(4));
        incident.beginRecovery(IncidentFixture.at(5));
        IncidentFixture.check(incident, 3, 6);
        IncidentFixture.check(incident, 19, 7);
        IncidentFixture.check(incident, 20, 8);
        incident.resolve("patched", "patched", IncidentFixture.NOTHING_TO_PROVE, IncidentFixture.at(9));

        IncidentTimes times = incident.times();
        assertThat(times.recognised()).isEqualTo(IncidentFixture.at(0).at());
        assertThat(times.diagnosisStarted()).isEqualTo(IncidentFixture.at(2).at());
        assertThat(times.diagnosisEnded()).isEqualTo(IncidentFixture.at(3).at());
        assertThat(times.recoveryStarted()).isEqualTo(IncidentFixture.at(5).at());
        assertThat(times.serviceRestored()).isEqualTo(IncidentFixture.at(7).at());
        assertThat(times.recoveryEnded()).isEqualTo(IncidentFixture.at(9).at());
    }

    @Test
    void aReopenedIncidentHasNotSeenTheServiceWork() {
        Incident incident = IncidentFixture.in(IncidentState.RESOLVED);

        incident.reopen(IncidentFixture.at(20));

        assertThat(incident.times().serviceRestored()).isNull();
        assertThat(incident.times().recoveryEnded()).isNull();
    }
}
