package io.throughline.kernel.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.refusal.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordNumberTest {

    @ParameterizedTest
    @EnumSource
    void everyKindIsReadBackFromItsText(RecordKind kind) {
        RecordNumber number = kind.number(42);

        assertThat(RecordNumber.parse(number.toString())).isEqualTo(number);
    }

    @Test
    void growsBeyondSixDigits() {
        assertThat(RecordKind.INCIDENT.number(1_234_567)).hasToString("INC-1234567");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {"INC-42", "inc-000042", "XXX-000042", "INC-000000", "INC-000042 ", "INC-9999999999999999999"})
    void refusesWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> RecordNumber.parse(text))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("INC-000042");
    }

    @Test
    void refusesTheNumberOfAnotherKindAndNamesTheField() {
        assertThatThrownBy(() -> RecordNumber.parse(RecordKind.CHANGE, "change", "INC-000042"))
                .isInstanceOf(Invalid.class)
                .hasMessage("change must be a number of the form CHG-000001");
    }
}
