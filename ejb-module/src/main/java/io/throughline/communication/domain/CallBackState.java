package io.throughline.communication.domain;

import static io.throughline.communication.domain.CallBackVerb.*;

import io.throughline.kernel.domain.Transitions;
import java.util.Set;

/** Where a call-back stands. Who did not answer may be called again; who was told is not, nor who is told more by another call. */
public enum CallBackState {
    OPEN,
    NO_ANSWER,
    TOLD,
    DOUBTED,
    SUPERSEDED;

    /** Somebody is still to be called. */
    public static final Set<CallBackState> WAITING = Set.of(OPEN, NO_ANSWER);

    private static final Transitions<CallBackState, CallBackVerb> TABLE = Transitions.of(
                    CallBackState.class, CallBackVerb.class)
            .rows(TELL, TOLD, OPEN, NO_ANSWER)
            .rows(FIND_NO_ANSWER, NO_ANSWER, OPEN, NO_ANSWER)
            .rows(HEAR_DOUBT, DOUBTED, OPEN, NO_ANSWER)
            .rows(SUPERSEDE, SUPERSEDED, OPEN, NO_ANSWER)
            .build();

    public static Transitions<CallBackState, CallBackVerb> table() {
        return TABLE;
    }
}
