package io.throughline.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contact.domain.Priority;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityPolicyTest {

    @ParameterizedTest(name = "impact {0} and urgency {1} make {2}, due in {3} h")
    @CsvSource({
        "HIGH, HIGH, CRITICAL, 1",
        "HIGH, MEDIUM, HIGH, 4",
        "HIGH, LOW, MEDIUM, 24",
        "MEDIUM, HIGH, HIGH, 4",
        "MEDIUM, MEDIUM, MEDIUM, 24",
        "MEDIUM, LOW, LOW, 120",
        "LOW, HIGH, MEDIUM, 24",
        "LOW, MEDIUM, LOW, 120",
        "LOW, LOW, LOW, 120"
    })
    void priorityAndDueTimeFollowFromImpactAndUrgency(Impact impact, Urgency urgency, Priority priority, int hours) {
        PriorityPolicy.Judgement judgement = new PriorityPolicy().judge(impact, urgency, IncidentFixture.NINE);

        assertThat(judgement.priority()).isEqualTo(priority);
        assertThat(judgement.dueAt()).isEqualTo(IncidentFixture.NINE.plus(Duration.ofHours(hours)));
        assertThat(judgement.reason()).contains(impact.name(), urgency.name(), priority.name());
    }
}
