package io.throughline.operation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.refusal.Invalid;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobKindTest {

    @Test
    void namesEveryParameterThatIsMissingUnknownOrMalformed() {
        assertThatThrownBy(() -> JobKind.FLEET_DIAGNOSIS.check(
                        Map.of("incident", "INC-000001", "servers", "SRV-000001;reboot", "colour", "red")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(Invalid.FieldError::field)
                                .containsExactlyInAnyOrder(
                                        "parameters.procedure", "parameters.servers", "parameters.colour"));
    }

    @Test
    void takesListsOfNumbers() {
        assertThat(JobKind.CONFIGURATION_AUDIT.check(Map.of("servers", " SRV-000001,SRV-000002 ")))
                .isEqualTo(Map.of("servers", "SRV-000001,SRV-000002"));
    }

    @Test
    void saysWhichJobsThereAre() {
        assertThatThrownBy(() -> JobKind.named("make-coffee"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("release-rollout");
    }

    @Test
    void twoTestsOnOneServerHaveOneSubject() {
        String one = JobKind.RELEASE_TEST.subjectOf(Map.of("release", "REL-000001", "server", "SRV-000009"));
        String other = JobKind.RELEASE_TEST.subjectOf(Map.of("release", "REL-000002", "server", "SRV-000009"));
        assertThat(one).isEqualTo(other).isEqualTo("SRV-000009");
    }

    @Test
    void parametersSurviveTheDatabaseColumn() {
        Map<String, String> parameters = Map.of("servers", "SRV-000001,SRV-000002", "service", "SVC-000001");
        ParametersConverter converter = new ParametersConverter();
        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(parameters)))
                .isEqualTo(parameters);
    }
}
