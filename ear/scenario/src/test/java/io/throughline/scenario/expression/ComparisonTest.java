package io.throughline.scenario.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static JsonNode json(String text) throws Exception {
        return JsonMapper.builder().build().readTree(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"CLOSED\" | \"CLOSED\" | true",
                "\"CLOSED\" | \"OPEN\" | false",
                "3 | 3.0 | true",
                "\"1.10\" | \"1.1\" | false",
                "[1, 2] | [1, 2] | true",
                "[1, 2] | [2, 1] | false",
                "{\"a\": 1} | {\"a\": 1, \"b\": 2} | true",
                "{\"a\": 1} | {\"b\": 2} | false",
                "{\"atLeast\": 0.9} | 0.95 | true",
                "{\"atLeast\": 0.9} | 0.15 | false",
                "{\"atMost\": 5} | 5 | true",
                "{\"atLeast\": 2, \"atMost\": 5} | 7 | false",
                "{\"atLeast\": 2} | \"many\" | false",
                "{\"contains\": \"cart\"} | \"shopping cart\" | true",
                "{\"contains\": {\"a\": 1}} | [{\"a\": 2}, {\"a\": 1}] | true",
                "{\"contains\": 3} | [1, 2] | false",
                "{\"matches\": \"^INC-[0-9]+$\"} | \"INC-000042\" | true",
                "{\"oneOf\": [\"A\", \"B\"]} | \"B\" | true",
                "{\"oneOf\": [\"A\", \"B\"]} | \"C\" | false",
                "{\"size\": 2} | [1, 2] | true",
                "{\"size\": {\"atLeast\": 3}} | [1, 2] | false",
                "{\"not\": \"CLOSED\"} | \"OPEN\" | true",
                "{\"exists\": true} | null | false",
                "{\"is\": {\"size\": 3}} | {\"size\": 3} | true",
                "null | null | true",
                "{\"atLeast\": \"2026-01-01T00:00:00Z\"} | \"2026-01-01T00:00:00.5Z\" | true",
            })
    void tellsWhetherWhatIsSeenIsWhatIsWanted(String wanted, String seen, boolean holds) throws Exception {
        assertThat(Comparison.holds(json(wanted), json(seen))).isEqualTo(holds);
    }

    @Test
    void nothingIsEqualToNullOnlyAndExistsOnlyWhenUnwanted() throws Exception {
        JsonNode nothing = MissingNode.getInstance();

        assertThat(Comparison.holds(json("\"x\""), nothing)).isFalse();
        assertThat(Comparison.holds(json("null"), nothing)).isTrue();
        assertThat(Comparison.holds(json("{\"exists\": false}"), nothing)).isTrue();
    }
}
