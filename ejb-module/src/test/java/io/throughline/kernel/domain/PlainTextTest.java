package io.throughline.kernel.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    private record Form(
            @PlainText(max = 8) String line,
            @PlainText(max = 8, multiline = true) String lines) {}

    private static PlainText.Validator rule(String component) throws NoSuchFieldException {
        PlainText.Validator validator = new PlainText.Validator();
        validator.initialize(Form.class.getDeclaredField(component).getAnnotation(PlainText.class));
        return validator;
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien", "<b>&\"", "žluťouč", "日本語", "😀😀😀😀"})
    void takesWhatPeopleWrite(String text) throws Exception {
        assertThat(rule("line").isValid(text, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "123456789", "a\nb", "a\tb", "a\u0000b", "a\u001bb", "a\u0085b", "a\u2028b", "a\ud800"
            })
    void refusesBlankOverlongAndControlCharacters(String text) throws Exception {
        assertThat(rule("line").isValid(text, null)).isFalse();
    }

    @Test
    void takesLineBreaksWhereLinesAreAsked() throws Exception {
        assertThat(rule("lines").isValid("a\r\n\tb", null)).isTrue();
        assertThat(rule("lines").isValid("a\u0007b", null)).isFalse();
    }
}
