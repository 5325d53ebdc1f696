package io.throughline.procedure.domain;

import static io.throughline.procedure.domain.ProcedureVerb.*;

import io.throughline.kernel.domain.Transitions;

/** Where a procedure stands. */
public enum ProcedureState {
    DRAFT,
    APPROVED,
    RETIRED;

    private static final Transitions<ProcedureState, ProcedureVerb> TABLE = Transitions.of(
                    ProcedureState.class, ProcedureVerb.class)
            .rows(REVISE, DRAFT, DRAFT, APPROVED)
            .row(DRAFT, APPROVE, APPROVED)
            .rows(RETIRE, RETIRED, DRAFT, APPROVED)
            .build();

    public static Transitions<ProcedureState, ProcedureVerb> table() {
        return TABLE;
    }
}
