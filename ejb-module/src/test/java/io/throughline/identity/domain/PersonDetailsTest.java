package io.throughline.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.refusal.Invalid;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonDetailsTest {

    @Test
    void aCallerNeedsNoUsername() {
        PersonDetails caller =
                new PersonDetails(null, "Mary O'Brien", null, "+44 20 1234", Channel.PHONE, null, Set.of());

        assertThat(caller.fullName()).isEqualTo("Mary O'Brien");
    }

    @Test
    void theAddressOfTheChosenChannelMustBeThere() {
        assertThatThrownBy(() -> new PersonDetails(null, "Mary", "m@example.org", null, Channel.PHONE, null, Set.of()))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("phone");
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        assertThatThrownBy(() -> new PersonDetails("No Spaces", " ", null, null, Channel.EMAIL, null, Set.of()))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(Invalid.FieldError::field)
                                .containsExactly("username", "fullName", "email"));
    }
}
