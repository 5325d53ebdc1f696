package io.throughline.kernel.domain.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.refusal.Invalid;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterDefinitionTest {

    @ParameterizedTest
    @CsvSource({
        "STRING, any text with $(signs), true",
        "STRING, 'two\nlines', false",
        "INTEGER, -12, true",
        "INTEGER, 99999999999999999999, false",
        "INTEGER, 1e3, false",
        "INTEGER, 9223372036854775808, false",
        "BOOLEAN, true, true",
        "BOOLEAN, yes, false",
        "VERSION, 4.2.8-rc1+b7, true",
        "VERSION, 4.2;rm, false",
        "VERSION, -4, false",
        "PATH, /var/log/cart.log, true",
        "PATH, -rf, false",
        "PATH, logs/../../etc/passwd, false",
        "PATH, a b, false",
    })
    void takesWhatItsTypeAllows(ParameterType type, String value, boolean allowed) {
        assertThat(new ParameterDefinition("x", type, true, null, null, null, null)
                        .wrongWith(value)
                        .isEmpty())
                .isEqualTo(allowed);
    }

    @Test
    void takesOnlyListedValuesForAnEnum() {
        var mode = new ParameterDefinition("mode", ParameterType.ENUM, true, null, List.of("fast", "safe"), null, null);

        assertThat(mode.wrongWith("safe")).isEmpty();
        assertThat(mode.wrongWith("other")).contains("must be one of [fast, safe]");
    }

    @Test
    void fillsInDefaultsAndKeepsTheOrderOfTheDefinitions() {
        var seconds = new ParameterDefinition("seconds", ParameterType.INTEGER, false, "5", null, null, 60L);
        var mode = new ParameterDefinition("mode", ParameterType.STRING, false, null, null, null, null);
        var host = new ParameterDefinition("host", ParameterType.STRING, true, null, null, "[a-z]+", null);

        var resolved = ParameterDefinition.resolve(List.of(seconds, mode, host), Map.of("host", "alpha"));

        assertThat(resolved).containsExactly(Map.entry("seconds", "5"), Map.entry("host", "alpha"));
    }

    @Test
    void namesEveryValueThatIsWrong() {
        var seconds = new ParameterDefinition("seconds", ParameterType.INTEGER, false, "5", null, null, 60L);
        var host = new ParameterDefinition("host", ParameterType.STRING, true, null, null, null, null);

        assertThatThrownBy(() ->
                        ParameterDefinition.resolve(List.of(seconds, host), Map.of("seconds", "61", "surprise", "x")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(Invalid.FieldError::field)
                                .containsExactly("parameters.seconds", "parameters.host", "parameters.surprise"));
    }

    @Test
    void refusesADefaultThatItWouldNotTake() {
        assertThatThrownBy(() ->
                        new ParameterDefinition("seconds", ParameterType.INTEGER, false, "many", null, null, null))
                .isInstanceOf(Invalid.class)
                .hasMessage("default must be a whole number");
    }
}
