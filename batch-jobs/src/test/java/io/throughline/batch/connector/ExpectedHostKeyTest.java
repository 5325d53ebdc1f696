package io.throughline.batch.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedHostKeyTest {

    private static final String BLOB = "AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";

    @Test
    void isKnownByTheFingerprintOfItsLine() {
        ExpectedHostKey key = ExpectedHostKey.parse("ssh-ed25519 " + BLOB + " root@cart-01");

        assertThat(key.type()).isEqualTo("ssh-ed25519");
        assertThat(ExpectedHostKey.parse(key.fingerprint()).fingerprint()).isEqualTo(key.fingerprint());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SHA256:short",
                "ssh-ed25519",
                "ssh-ed25519 ???",
                "ssh-rsa " + BLOB,
                "ssh-ed25519 AAAA",
                "MD5:00:11"
            })
    void refusesWhatIsNoKey(String text) {
        assertThatThrownBy(() -> ExpectedHostKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a host key must be a line");
    }
}
