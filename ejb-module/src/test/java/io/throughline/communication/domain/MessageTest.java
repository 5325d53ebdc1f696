package io.throughline.communication.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.ExpectedTransitions;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.refusal.IllegalTransition;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageTest {

    private static final Deed DEED =
            new Deed("machine:communication", Instant.parse("2026-03-02T09:00:00Z"), "connection refused");

    private static final String EXPECTED = """
            PENDING:  CLAIM>SENDING
            SENDING:  CONFIRM_SENT>SENT POSTPONE>PENDING FAIL>FAILED DOUBT>IN_DOUBT
            SENT:
            IN_DOUBT: CONFIRM_SENT>SENT RESEND>PENDING MARK_SENT>SENT
            FAILED:   RESEND>PENDING
            """;

    static Stream<Arguments> everyStateAndVerb() {
        return ExpectedTransitions.pairs(MessageState.class, MessageVerb.class, EXPECTED);
    }

    @ParameterizedTest(name = "{1} when {0} leads to {2}")
    @MethodSource("everyStateAndVerb")
    void everyVerbIsTakenOrRefused(MessageState from, MessageVerb verb, MessageState expected) {
        Message message = in(from);
        assertThat(message.state()).isEqualTo(from);
        if (expected == null) {
            assertThatThrownBy(() -> perform(message, verb)).isInstanceOf(IllegalTransition.class);
            assertThat(message.state()).isEqualTo(from);
        } else {
            perform(message, verb);
            assertThat(message.state()).isEqualTo(expected);
        }
    }

    @Test
    void thePauseGrowsUntilItIsGivenUp() {
        Message message = pending();
        Duration pause = Duration.ZERO;
        for (int attempt = 1; attempt < Message.MOST_ATTEMPTS; attempt++) {
            message.claim(DEED);
            message.postpone(DEED);
            Duration next = Duration.between(DEED.at(), message.nextAttemptAt());
            assertThat(next).isGreaterThanOrEqualTo(pause).isLessThanOrEqualTo(Duration.ofMinutes(15));
            pause = next;
        }
        message.claim(DEED);
        message.postpone(DEED);

        assertThat(message.state()).isEqualTo(MessageState.FAILED);
        assertThat(message.lastError()).isEqualTo("connection refused");
    }

    @Test
    void aSecondSendingCarriesTheSameMessageId() {
        Message message = in(MessageState.IN_DOUBT);
        String before = message.messageId();

        message.resend(DEED);
        message.claim(DEED);

        assertThat(message.messageId()).isEqualTo(before);
    }

    private static Message in(MessageState state) {
        Message message = pending();
        if (state != MessageState.PENDING) {
            message.claim(DEED);
        }
        switch (state) {
            case PENDING, SENDING -> {}
            case SENT -> message.confirmSent(DEED);
            case IN_DOUBT -> message.doubt(DEED);
            case FAILED -> message.fail(DEED);
        }
        return message;
    }

    private static void perform(Message message, MessageVerb verb) {
        switch (verb) {
            case WRITE -> throw new IllegalArgumentException("a message is written once");
            case CLAIM -> message.claim(DEED);
            case CONFIRM_SENT -> message.confirmSent(DEED);
            case POSTPONE -> message.postpone(DEED);
            case FAIL -> message.fail(DEED);
            case DOUBT -> message.doubt(DEED);
            case RESEND -> message.resend(DEED);
            case MARK_SENT -> message.markSent(DEED);
        }
    }

    private static Message pending() {
        Letter letter = new Letter(
                "INC-000001 resolved 1 CON-000001",
                RecordKind.USER_CONTACT.number(1),
                null,
                "Ann",
                "ann@example.org",
                "It works again",
                "Hello Ann");
        return new Message(RecordKind.MESSAGE.number(1), letter, "<MSG-000001.x@throughline>", DEED);
    }
}
