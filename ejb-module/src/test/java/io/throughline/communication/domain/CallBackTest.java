package io.throughline.communication.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.ExpectedTransitions;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.refusal.IllegalTransition;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallBackTest {

    private static final Deed DEED = new Deed("PER-000001", Instant.parse("2026-03-02T09:00:00Z"), null);

    private static final String EXPECTED = """
            OPEN:      TELL>TOLD FIND_NO_ANSWER>NO_ANSWER HEAR_DOUBT>DOUBTED SUPERSEDE>SUPERSEDED
            NO_ANSWER: TELL>TOLD FIND_NO_ANSWER>NO_ANSWER HEAR_DOUBT>DOUBTED SUPERSEDE>SUPERSEDED
            TOLD:
            DOUBTED:
            SUPERSEDED:
            """;

    static Stream<Arguments> everyStateAndVerb() {
        return ExpectedTransitions.pairs(CallBackState.class, CallBackVerb.class, EXPECTED);
    }

    @ParameterizedTest(name = "{1} when {0} leads to {2}")
    @MethodSource("everyStateAndVerb")
    void everyVerbIsTakenOrRefused(CallBackState from, CallBackVerb verb, CallBackState expected) {
        CallBack call = in(from);
        if (expected == null) {
            assertThatThrownBy(() -> perform(call, verb)).isInstanceOf(IllegalTransition.class);
            assertThat(call.state()).isEqualTo(from);
        } else {
            perform(call, verb);
            assertThat(call.state()).isEqualTo(expected);
        }
    }

    @Test
    void everyAttemptIsCounted() {
        CallBack call = in(CallBackState.NO_ANSWER);

        call.called(CallBackOutcome.TOLD, "thanks", DEED);

        assertThat(call.attempts()).isEqualTo(2);
        assertThat(call.calledBy()).isEqualTo("PER-000001");
    }

    private static CallBack in(CallBackState state) {
        Letter letter = new Letter(
                "INC-000001 resolved 1 CON-000001",
                RecordKind.USER_CONTACT.number(1),
                null,
                "Ann",
                "+31 20 1234567",
                "It works again",
                "Hello Ann");
        CallBack call = new CallBack(RecordKind.CALL_BACK.number(1), letter, DEED);
        switch (state) {
            case OPEN -> {}
            case NO_ANSWER -> call.called(CallBackOutcome.NO_ANSWER, null, DEED);
            case TOLD -> call.called(CallBackOutcome.TOLD, null, DEED);
            case DOUBTED -> call.called(CallBackOutcome.DOUBT, "no", DEED);
            case SUPERSEDED -> call.supersede(RecordKind.CALL_BACK.number(2), DEED);
        }
        return call;
    }

    private static void perform(CallBack call, CallBackVerb verb) {
        switch (verb) {
            case ASK_FOR -> throw new IllegalArgumentException("a call-back is asked for once");
            case TELL -> call.called(CallBackOutcome.TOLD, null, DEED);
            case FIND_NO_ANSWER -> call.called(CallBackOutcome.NO_ANSWER, null, DEED);
            case HEAR_DOUBT -> call.called(CallBackOutcome.DOUBT, "no", DEED);
            case SUPERSEDE -> call.supersede(RecordKind.CALL_BACK.number(2), DEED);
        }
    }
}
