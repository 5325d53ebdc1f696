package io.throughline.operation.domain;

import static io.throughline.operation.domain.ScheduleVerb.*;

import io.throughline.kernel.domain.Transitions;

/** States of a schedule. */
public enum ScheduleState {
    ACTIVE,
    ENDED;

    public static final Transitions<ScheduleState, ScheduleVerb> TRANSITIONS = Transitions.of(
                    ScheduleState.class, ScheduleVerb.class)
            .row(ACTIVE, RUN, ACTIVE, ENDED)
            .row(ACTIVE, SKIP, ACTIVE, ENDED)
            .row(ACTIVE, QUEUE, ACTIVE)
            .row(ACTIVE, END, ENDED)
            .build();
}
