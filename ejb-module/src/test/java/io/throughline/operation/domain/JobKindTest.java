package io.throughline.operation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.parameter.ParameterValues;
import io.throughline.kernel.domain.refusal.Invalid;
import java.util.HashMap;
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
    void takesValuesForWhatItRuns() {
        String values = "level=4.2.8&path=%2Fsrv%2Fcart+1";
        Map<String, String> given = Map.of("incident", "INC-000001", "procedure", "PRC-000001");
        Map<String, String> all = new HashMap<>(given);
        all.put("values", values);
        assertThat(JobKind.FLEET_DIAGNOSIS.check(all)).containsEntry("values", values);
        assertThat(ParameterValues.decode(values)).isEqualTo(Map.of("level", "4.2.8", "path", "/srv/cart 1"));
        assertThat(ParameterValues.encode(ParameterValues.decode(values))).isEqualTo(values);
        all.put("values", "level");
        assertThatThrownBy(() -> JobKind.FLEET_DIAGNOSIS.check(all)).isInstanceOf(Invalid.class);
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
