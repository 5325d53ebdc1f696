package io.throughline.change.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.change.domain.template.ChangeTemplate;
import io.throughline.change.domain.template.RolloutShape;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.refusal.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which steps the changes of a template reach their servers. */
class RolloutShapeTest {

    @ParameterizedTest(name = "{2} servers, canary {0}, then {1} percent: {3}")
    @CsvSource({
        "1, 100, 1, 1",
        "1, 100, 20, 1 19",
        "2, 25, 20, 2 5 5 5 3",
        "0, 50, 7, 4 3",
        "5, 100, 3, 3",
        "0, 1, 3, 1 1 1"
    })
    void everyServerIsInOneWaveHoweverManyThereAre(int canary, int percent, int servers, String expected) {
        String waves = new RolloutShape(canary, percent, 10, 0, 0)
                .waves(servers)
                .toString()
                .replaceAll("[\\[\\],]", "");

        assertThat(waves).isEqualTo(expected);
    }

    @Test
    void aTemplateNamesEveryFieldThatIsWrong() {
        ChangeTemplate.Content content = new ChangeTemplate.Content(
                "t", "t", "r", "SVC-000001", null, null, "a".repeat(64), null, 0, new RolloutShape(-1, 0, 0, -1, -1));

        assertThatThrownBy(() -> new ChangeTemplate(
                        RecordKind.CHANGE_TEMPLATE.number(1), content, "PER-000001", Changes.by("PER-000001")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(Invalid.FieldError::field)
                                .containsExactly(
                                        "windowMinutes",
                                        "product",
                                        "canary",
                                        "wavePercent",
                                        "parallel",
                                        "soakSeconds",
                                        "maxFailures"));
    }
}
