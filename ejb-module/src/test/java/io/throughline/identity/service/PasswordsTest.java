package io.throughline.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which stored hashes are made anew at the next login. */
class PasswordsTest {

    @Test
    void aHashOfTodaysCostStays() {
        assertThat(Passwords.isOutdated("PBKDF2WithHmacSHA512:210000:c2FsdA==:aGFzaA=="))
                .isFalse();
    }

    @Test
    void aHashOfAnotherCostOrKindIsOutdated() {
        assertThat(Passwords.isOutdated("PBKDF2WithHmacSHA512:120000:c2FsdA==:aGFzaA=="))
                .isTrue();
        assertThat(Passwords.isOutdated("PBKDF2WithHmacSHA256:210000:c2FsdA==:aGFzaA=="))
                .isTrue();
    }
}
