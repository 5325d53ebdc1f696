package io.throughline.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "|x"})
    void whatASpreadsheetWouldTakeForAFormulaGetsAnApostrophe(String value) {
        assertThat(TableText.plain(value)).isEqualTo("'" + value);
    }

    @Test
    void anythingElseStaysAsItIs() {
        assertThat(TableText.plain("PER-000001")).isEqualTo("PER-000001");
        assertThat(TableText.plain("")).isEmpty();
        assertThat(TableText.plain(null)).isNull();
    }

    @Test
    void jsonIsEscaped() {
        assertThat(JsonText.of(Map.of("a", List.of("\"\\\n\u0001", 1, true))))
                .isEqualTo("{\"a\":[\"\\\"\\\\\\u000a\\u0001\",1,true]}");
    }
}
