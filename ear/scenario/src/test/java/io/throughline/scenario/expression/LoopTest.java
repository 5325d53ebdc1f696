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
