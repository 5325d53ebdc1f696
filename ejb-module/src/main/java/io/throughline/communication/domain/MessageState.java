package io.throughline.communication.domain;

import static io.throughline.communication.domain.MessageVerb.*;

import io.throughline.kernel.domain.Transitions;
import java.util.EnumSet;
import java.util.Set;

/** Where a message stands. */
public enum MessageState {
    PENDING,
    SENDING,
    SENT,
    IN_DOUBT,
    FAILED;

    /** A person has to decide. */
    public static final Set<MessageState> FOR_A_PERSON = EnumSet.of(IN_DOUBT, FAILED);

    private static final Transitions<MessageState, MessageVerb> TABLE = Transitions.of(
                    MessageState.class, MessageVerb.class)
            .row(PENDING, CLAIM, SENDING)
            .rows(CONFIRM_SENT, SENT, SENDING, IN_DOUBT)
            .row(SENDING, POSTPONE, PENDING)
            .row(SENDING, FAIL, FAILED)
            .row(SENDING, DOUBT, IN_DOUBT)
            .rows(RESEND, PENDING, IN_DOUBT, FAILED)
            .rows(MARK_SENT, SENT, IN_DOUBT)
            .build();

    public static Transitions<MessageState, MessageVerb> table() {
        return TABLE;
    }
}
