package io.throughline.configurationaudit.domain;

import static io.throughline.configurationaudit.domain.FindingVerb.*;

import io.throughline.kernel.domain.Transitions;

/** Where a finding is. */
public enum FindingState {
    /** Somebody has to decide what becomes of it. */
    OPEN,
    /** Somebody has said what becomes of it; it is still there. */
    DECIDED,
    /** A later audit did not find it any more. */
    GONE;

    public static final Transitions<FindingState, FindingVerb> TRANSITIONS = Transitions.of(
                    FindingState.class, FindingVerb.class)
            .row(OPEN, DECIDE, DECIDED)
            .row(DECIDED, DECIDE, DECIDED)
            .stays(SEE_AGAIN, OPEN, DECIDED)
            .rows(VANISH, GONE, OPEN, DECIDED)
            .build();
}
