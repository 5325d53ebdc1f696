package io.throughline.batch.connector.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellQuoteTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "",
                " ",
                "a b",
                "'",
                "''",
                "it's",
                "\"quoted\"",
                "$(touch /tmp/x)",
                "`id`",
                "$HOME ${HOME} $1 $$",
                "a;b|c&d>e<f",
                "*?[a-z]",
                "~root",
                "back\\slash\\",
                "line\nbreak\n",
                "tab\there",
                "!history",
                "#comment",
                "-rf",
                "=cmd",
                "ключ ✓ ü",
                "'\\''",
                "a'$(id)'b"
            })
    void givesBackExactlyTheTextInAShell(String text) throws IOException {
        Process process = new ProcessBuilder("/bin/sh", "-c", "printf %s " + ShellQuote.word(text)).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Test
    void refusesWhatNoArgumentCanCarry() {
        assertThatThrownBy(() -> ShellQuote.word("a\0b")).isInstanceOf(IllegalArgumentException.class);
    }
}
