package io.throughline.scenario.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerPathTest {

    private JsonNode root;

    @BeforeEach
    void aDeployment() throws Exception {
        root = JsonMapper.builder().build().readTree("""
                        {"state": "RUNNING", "package": {"sha256": "ab"},
                         "targets": [
                           {"name": "ams1-cart-01", "state": "VERIFIED", "services": ["cart"]},
                           {"name": "ams1-cart-02", "state": "FAILED", "services": ["cart", "mail"]},
                           {"name": "fra1-mail-01", "state": "VERIFIED", "services": ["mail"]}]}""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state | \"RUNNING\"",
                "package.sha256 | \"ab\"",
                "targets[0].name | \"ams1-cart-01\"",
                "targets[-1].name | \"fra1-mail-01\"",
                "targets.ams1-cart-02.state | \"FAILED\"",
                "targets[state=FAILED].name | \"ams1-cart-02\"",
                "targets[state!=VERIFIED].name | \"ams1-cart-02\"",
                "targets[*].state | [\"VERIFIED\",\"FAILED\",\"VERIFIED\"]",
                "targets[*state=VERIFIED].name | [\"ams1-cart-01\",\"fra1-mail-01\"]",
                "targets[*services=cart][*state!=FAILED].name | [\"ams1-cart-01\"]",
                "targets[*services=mail].size | 2",
                "targets.size | 3",
            })
    void findsWhatLiesThere(String path, String expected) {
        assertThat(AnswerPath.parse(path).of(root)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nothing", "state.more", "targets[9].name", "targets.nobody.state", "targets[state=LOST].name"})
    void findsNothingWhereNothingIs(String path) {
        assertThat(AnswerPath.parse(path).of(root).isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a;b", "a[", "a[]", "a..b", "[x"})
    void refusesWhatIsNoPath(String text) {
        assertThatThrownBy(() -> AnswerPath.parse(text)).isInstanceOf(ExpressionException.class);
    }

    @Test
    void namesItself() {
        assertThat(AnswerPath.parse("targets[0].name")).hasToString("targets[0].name");
    }
}
