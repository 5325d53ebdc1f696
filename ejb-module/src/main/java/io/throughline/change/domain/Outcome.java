package io.throughline.change.domain;

/** What came of carrying a change out. */
public enum Outcome {
    IMPLEMENTED(ChangeState.IMPLEMENTED),
    PARTIALLY_IMPLEMENTED(ChangeState.PARTIALLY_IMPLEMENTED),
    BACKED_OUT(ChangeState.BACKED_OUT);

    private final ChangeState state;

    Outcome(ChangeState state) {
        this.state = state;
    }

    ChangeState state() {
        return state;
    }
}
