package io.throughline.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which stored hashes are made anew at the next login. */
class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @BeforeEach
    void atTheUsualCost() {
        passwords.rounds = 210_000;
    }

    @Test
    void aHashOfTodaysCostStays() {
        assertThat(passwords.isOutdated("PBKDF2WithHmacSHA512:210000:c2FsdA==:aGFzaA=="))
                .isFalse();
    }

    @Test
    void aHashOfAnotherCostOrKindIsOutdated() {
        assertThat(passwords.isOutdated("PBKDF2WithHmacSHA512:120000:c2FsdA==:aGFzaA=="))
                .isTrue();
        assertThat(passwords.isOutdated("PBKDF2WithHmacSHA256:210000:c2FsdA==:aGFzaA=="))
                .isTrue();
    }
}
