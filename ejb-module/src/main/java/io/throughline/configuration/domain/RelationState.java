package io.throughline.configuration.domain;

import io.throughline.kernel.domain.Transitions;

/** Whether a relation holds. */
public enum RelationState {
    ACTIVE,
    ENDED;

    public static final Transitions<RelationState, RelationVerb> TRANSITIONS = Transitions.of(
                    RelationState.class, RelationVerb.class)
            .row(ACTIVE, RelationVerb.END, ENDED)
            .build();
}
