package io.throughline.communication.domain;

/** What came of calling somebody back. */
public enum CallBackOutcome {
    TOLD(CallBackVerb.TELL),
    NO_ANSWER(CallBackVerb.FIND_NO_ANSWER),
    /** "No, it does not work." */
    DOUBT(CallBackVerb.HEAR_DOUBT);

    private final CallBackVerb verb;

    CallBackOutcome(CallBackVerb verb) {
        this.verb = verb;
    }

    CallBackVerb verb() {
        return verb;
    }
}
