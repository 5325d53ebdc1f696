package io.throughline.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.refusal.Conflict;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementPolicyTest {

    private static final SettlementPolicy.Evidence DOOR_ONLY = new SettlementPolicy.Evidence(true, null);

    private final Incident incident = IncidentFixture.in(IncidentState.RESOLUTION_PLANNED);

    @Test
    void withoutFrontDoorAndChangeAPersonsWordSettlesIt() {
        assertThat(missing(IncidentFixture.NOTHING_TO_PROVE)).isEmpty();
    }

    @Test
    void aFrontDoorMustHaveBeenAsked() {
        assertThat(missing(DOOR_ONLY)).containsExactly("symptom-unchecked");
    }

    @Test
    void aSymptomThatPersistsIsNotSettled() {
        IncidentFixture.check(incident, 18, 20);

        assertThat(missing(DOOR_ONLY)).containsExactly("symptom-persists");
    }

    @Test
    void theNewestCheckCountsNotTheBest() {
        IncidentFixture.check(incident, 20, 20);
        IncidentFixture.check(incident, 3, 21);

        assertThat(missing(DOOR_ONLY)).containsExactly("symptom-persists");
    }

    @Test
    void aCheckFromBeforeTheChangeWasDoneProvesNothing() {
        IncidentFixture.check(incident, 20, 20);

        assertThat(missing(new SettlementPolicy.Evidence(true, change(ChangeEvidence.Course.DONE, 21))))
                .containsExactly("symptom-unchecked");
    }

    @Test
    void aCheckFromBeforeTheReopeningProvesNothing() {
        Incident reopened = IncidentFixture.in(IncidentState.RESOLVED);
        IncidentFixture.check(reopened, 20, 20);
        reopened.reopen(IncidentFixture.at(21));

        assertThat(SettlementPolicy.objections(reopened, DOOR_ONLY))
                .extracting(SettlementPolicy.Objection::key)
                .containsExactly("symptom-unchecked");
    }

    @Test
    void aCheckFromBeforeTheDiagnosisEndedProvesNothing() {
        Incident diagnosed = IncidentFixture.in(IncidentState.IN_DIAGNOSIS);
        IncidentFixture.check(diagnosed, 20, 9);

        assertThat(SettlementPolicy.objections(diagnosed, DOOR_ONLY))
                .extracting(SettlementPolicy.Objection::key)
                .containsExactly("symptom-unchecked");
        IncidentFixture.check(diagnosed, 20, 11);
        assertThat(SettlementPolicy.objections(diagnosed, DOOR_ONLY)).isEmpty();
    }

    @Test
    void aCheckFromBeforeADiagnosisThatIsStillOpenProvesNothing() {
        Incident inDiagnosis = IncidentFixture.in(IncidentState.CLASSIFIED);
        IncidentFixture.check(inDiagnosis, 20, 9);
        IncidentFixture.perform(inDiagnosis, IncidentVerb.START_DIAGNOSIS);

        assertThat(SettlementPolicy.objections(inDiagnosis, DOOR_ONLY))
                .extracting(SettlementPolicy.Objection::key)
                .containsExactly("symptom-unchecked");
        IncidentFixture.check(inDiagnosis, 20, 11);
        assertThat(SettlementPolicy.objections(inDiagnosis, DOOR_ONLY)).isEmpty();
    }

    @Test
    void aCheckFromBeforeTheLastSupportAttemptProvesNothing() {
        Incident supported = IncidentFixture.in(IncidentState.CLASSIFIED);
        supported.support("Clear the cookies", false, IncidentFixture.at(11));
        IncidentFixture.check(supported, 20, 12);
        supported.support("Start the browser again", true, IncidentFixture.at(13));

        assertThat(SettlementPolicy.objections(supported, DOOR_ONLY))
                .extracting(SettlementPolicy.Objection::key)
                .containsExactly("symptom-unchecked");
    }

    @Test
    void theChangeMustBeClosed() {
        assertThat(missing(new SettlementPolicy.Evidence(false, change(ChangeEvidence.Course.UNDER_WAY, 20))))
                .containsExactly("change-open");
    }

    @Test
    void aChangeThatCameToNothingNeitherHelpsNorHinders() {
        SettlementPolicy.Evidence evidence =
                new SettlementPolicy.Evidence(true, change(ChangeEvidence.Course.CAME_TO_NOTHING, 20, "SRV-000004"));

        assertThat(missing(evidence)).containsExactly("symptom-unchecked");
        IncidentFixture.check(incident, 20, 21);
        assertThat(missing(evidence)).isEmpty();
    }

    @Test
    void everyTargetMustBeSettled() {
        assertThat(missing(new SettlementPolicy.Evidence(false, change(ChangeEvidence.Course.DONE, 20, "SRV-000004"))))
                .containsExactly("targets-open");
    }

    @Test
    void allIsWellWhenTheChangeIsClosedAndTheSymptomGone() {
        IncidentFixture.check(incident, 19, 21);

        assertThat(missing(new SettlementPolicy.Evidence(true, change(ChangeEvidence.Course.DONE, 20))))
                .isEmpty();
    }

    @Test
    void theRefusalNamesAllThatIsMissingAndHasNoEffect() {
        SettlementPolicy.Evidence evidence =
                new SettlementPolicy.Evidence(true, change(ChangeEvidence.Course.UNDER_WAY, 20));

        assertThatThrownBy(() -> incident.resolve("done", "patched", evidence, IncidentFixture.at(30)))
                .isInstanceOfSatisfying(Conflict.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("not-settled");
                    assertThat(refusal.facts()).containsEntry("missing", List.of("change-open", "symptom-unchecked"));
                });
        assertThat(incident.state()).isEqualTo(IncidentState.RESOLUTION_PLANNED);
        assertThat(incident.resolution().round()).isZero();
    }

    private List<String> missing(SettlementPolicy.Evidence evidence) {
        return SettlementPolicy.objections(incident, evidence).stream()
                .map(SettlementPolicy.Objection::key)
                .toList();
    }

    private static ChangeEvidence.Standing change(ChangeEvidence.Course course, int minute, String... open) {
        return new ChangeEvidence.Standing(
                "CHG-000003", course, IncidentFixture.at(minute).at(), List.of(open));
    }
}
