package io.throughline.scenario.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoopTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void runsOverWhatAnExpressionWithinAnExpressionChooses() throws Exception {
        Variables variables = variables();
        variables.save("anna", JSON.readTree("{\"number\":\"PER-000001\"}"));
        variables.save(
                "calls",
                JSON.readTree("[{\"number\":\"CBK-000001\",\"person\":\"PER-000001\"},"
                        + "{\"number\":\"CBK-000002\",\"person\":\"PER-000002\"},"
                        + "{\"number\":\"CBK-000003\",\"person\":\"PER-000001\"}]"));
        JsonNode forEach = JSON.readTree("{\"each\":\"${calls[*person=${anna.number}]}\"}");

        assertThat(Loop.rounds(forEach, variables))
                .extracting(round -> Template.text("${each.number}", round))
                .containsExactly("CBK-000001", "CBK-000003");
    }

    @Test
    void anInnerLoopChoosesByTheOuterVariable() throws Exception {
        Variables variables = variables();
        variables.save(
                "calls",
                JSON.readTree("[{\"number\":\"CBK-000001\",\"person\":\"PER-000001\"},"
                        + "{\"number\":\"CBK-000002\",\"person\":\"PER-000002\"}]"));
        JsonNode outer = JSON.readTree("{\"caller\":[\"PER-000001\",\"PER-000002\"]}");
        JsonNode inner = JSON.readTree("{\"each\":\"${calls[*person=${caller}]}\"}");

        assertThat(Loop.rounds(outer, variables))
                .flatExtracting(round -> Loop.rounds(inner, round))
                .extracting(round -> Template.text("${caller} ${each.number}", round))
                .containsExactly("PER-000001 CBK-000001", "PER-000002 CBK-000002");
    }

    @Test
    void aVariableMayRunOverWhatAnEarlierOneOfTheSameLoopHolds() throws Exception {
        JsonNode forEach =
                JSON.readTree("{\"site\":[{\"name\":\"ams1\",\"racks\":[1,2]},{\"name\":\"fra1\",\"racks\":[3]}],"
                        + "\"rack\":\"${site.racks}\",\"n\":\"1..${rack}\"}");

        assertThat(Loop.rounds(forEach, variables()))
                .extracting(round -> Template.text("${site.name}-${rack}-${n}", round))
                .containsExactly("ams1-1-1", "ams1-2-1", "ams1-2-2", "fra1-3-1", "fra1-3-2", "fra1-3-3");
    }

    @Test
    void refusesWhatIsNoList() throws Exception {
        JsonNode forEach = JSON.readTree("{\"each\":\"one\"}");

        assertThatThrownBy(() -> Loop.rounds(forEach, variables()))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("forEach each");
    }

    private static Variables variables() {
        Instant start = Instant.parse("2026-03-01T09:00:00Z");
        return new Variables(start, () -> start);
    }
}
