package io.throughline.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.identity.domain.Channel;
import io.throughline.kernel.domain.refusal.Invalid;
import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThatThrownBy(() -> new Caller(null, " ", null, null, Channel.PHONE, null))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(Invalid.FieldError::field)
                                .containsExactly("callerName", "phone"));
    }

    @Test
    void somebodyOnRecordIsToldAsTheRecordSays() {
        Caller caller = new Caller("PER-000009", "Ann", "ann@example.org", null, Channel.EMAIL, null);

        assertThat(caller.recipient().person()).isEqualTo("PER-000009");
        assertThat(caller.recipient().email()).isNull();
    }

    @Test
    void somebodyElseIsToldAsSheAsked() {
        Caller caller = new Caller(null, "Ann", "ann@example.org", "+31", Channel.PHONE, null);

        assertThat(caller.recipient().byPhone()).isTrue();
        assertThat(caller.recipient().phone()).isEqualTo("+31");
    }
}
