package io.throughline.scenario.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    private final JsonMapper json = JsonMapper.builder().build();
    private Variables variables;

    @BeforeEach
    void someVariables() throws Exception {
        variables = new Variables(START, () -> START.plusSeconds(30));
        variables.set("incident", json.readTree("{\"number\": \"INC-000001\", \"version\": 3, \"tags\": [\"a\"]}"));
        variables.set("n", IntNode.valueOf(7));
    }

    private JsonNode fill(String yaml) throws Exception {
        return Template.fill(json.readTree(yaml), variables);
    }

    @Test
    void fillsInTextsAtAnyDepth() throws Exception {
        assertThat(fill("{\"a\": [\"no ${incident.number}\"], \"host-${n}\": true}"))
                .hasToString("{\"a\":[\"no INC-000001\"],\"host-7\":true}");
    }

    @Test
    void keepsWhatAnExpressionIsWhenItStandsAlone() throws Exception {
        assertThat(fill("{\"tags\": \"${incident.tags}\", \"n\": \"${n}\"}")).hasToString("{\"tags\":[\"a\"],\"n\":7}");
    }

    @Test
    void takesARecordForItsNumber() throws Exception {
        assertThat(fill("[\"${incident}\", \"see ${incident}\"]")).hasToString("[\"INC-000001\",\"see INC-000001\"]");
    }

    @Test
    void padsNumbersAndLeavesEscapedBracesAlone() throws Exception {
        assertThat(fill("[\"cart-${n:03}\", \"$${HOME}/x\"]")).hasToString("[\"cart-007\",\"${HOME}/x\"]");
    }

    @Test
    void turnsRelativeTimesIntoTimes() throws Exception {
        assertThat(fill("[\"+20s\", \"now+1.5m\", \"until ${now+2h}\", \"${start}\", \"now\"]"))
                .hasToString("[\"2026-03-01T09:00:20Z\",\"2026-03-01T09:02:00Z\",\"until 2026-03-01T11:00:30Z\","
                        + "\"2026-03-01T09:00:00Z\",\"now\"]");
    }

    @Test
    void namesWhatHasNoValue() {
        assertThatThrownBy(() -> fill("\"${incident.change}\""))
                .hasMessageContaining("${incident.change} has no value");
        assertThatThrownBy(() -> fill("\"${incident.number:02}\"")).hasMessageContaining("not a whole number");
        assertThatThrownBy(() -> TimeText.duration("20 seconds")).hasMessageContaining("like 20s");
        assertThat(TimeText.duration("250ms")).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void loopsOverListsRangesAndExpressionsTheLastTurningFastest() throws Exception {
        List<Variables> rounds =
                Loop.rounds(json.readTree("{\"site\": [\"ams1\", \"fra1\"], \"k\": \"1..3\"}"), variables);

        assertThat(rounds)
                .extracting(round -> Template.text("${site}-${k:02}", round))
                .containsExactly("ams1-01", "ams1-02", "ams1-03", "fra1-01", "fra1-02", "fra1-03");
        assertThat(Loop.rounds(json.readTree("{\"t\": \"${incident.tags}\"}"), variables))
                .hasSize(1);
        assertThatThrownBy(() -> Loop.rounds(json.readTree("{\"t\": \"${n}\"}"), variables))
                .hasMessageContaining("must run over a list");
        assertThatThrownBy(() -> Loop.rounds(json.readTree("{\"t\": \"1..999999999\"}"), variables))
                .hasMessageContaining("at most");
    }

    @Test
    void whatARoundSavesIsKnownAfterItAndItsOwnVariablesAreNot() {
        Variables round = variables.round(Map.of("caller", IntNode.valueOf(1)));
        round.save("contacts[]", IntNode.valueOf(10));
        round.save("contacts[]", IntNode.valueOf(11));

        assertThat(variables.get("contacts")).hasToString("[10,11]");
        assertThat(variables.find("caller").isMissingNode()).isTrue();
        assertThat(round.get("caller").asInt()).isEqualTo(1);
    }
}
