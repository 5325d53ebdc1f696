package io.throughline.change.domain;

import static io.throughline.change.domain.ChangeVerb.*;

import io.throughline.kernel.domain.Transitions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Where a change stands. The authorization has states of its own. */
public enum ChangeState {
    RECORDED,
    RETURNED,
    ACCEPTED,
    REJECTED,
    CATEGORIZED,
    ASSESSED,
    AUTHORIZED,
    REFUSED,
    SCHEDULED,
    IN_IMPLEMENTATION,
    IMPLEMENTED,
    PARTIALLY_IMPLEMENTED,
    BACKED_OUT,
    REVIEWED,
    CLOSED,
    CANCELLED;

    /** Nothing more is done, but to look back on an emergency. */
    public static final Set<ChangeState> ENDED =
            Collections.unmodifiableSet(EnumSet.of(REJECTED, REFUSED, CLOSED, CANCELLED));

    /** Carried out, with whatever outcome, and not yet reviewed. */
    public static final Set<ChangeState> CARRIED_OUT =
            Collections.unmodifiableSet(EnumSet.of(IMPLEMENTED, PARTIALLY_IMPLEMENTED, BACKED_OUT));

    private static final Transitions<ChangeState, ChangeVerb> TABLE = table();

    public static Transitions<ChangeState, ChangeVerb> transitions() {
        return TABLE;
    }

    private static Transitions<ChangeState, ChangeVerb> table() {
        ChangeState[] underAuthorization = {AUTHORIZED, SCHEDULED, IN_IMPLEMENTATION, PARTIALLY_IMPLEMENTED, BACKED_OUT
        };
        ChangeState[] engaged = {SCHEDULED, IN_IMPLEMENTATION, PARTIALLY_IMPLEMENTED, BACKED_OUT};
        ChangeState[] outcomes = CARRIED_OUT.toArray(ChangeState[]::new);
        var rows = Transitions.of(ChangeState.class, ChangeVerb.class)
                .rows(RETURN, RETURNED, RECORDED, ACCEPTED)
                .row(RETURNED, ANSWER, RECORDED)
                .row(RECORDED, ACCEPT, ACCEPTED)
                .rows(REJECT, REJECTED, RECORDED, RETURNED, ACCEPTED)
                .rows(CATEGORIZE, CATEGORIZED, ACCEPTED, CATEGORIZED)
                .row(CATEGORIZED, ASSESS, CATEGORIZED, ASSESSED)
                .stays(ASSESS, ASSESSED)
                .row(ASSESSED, AUTHORIZE, AUTHORIZED)
                .row(RECORDED, PRE_AUTHORIZE, AUTHORIZED)
                .rows(BREAK_GLASS, AUTHORIZED, RECORDED, ACCEPTED, CATEGORIZED, ASSESSED)
                .rows(REFUSE, REFUSED, CATEGORIZED, ASSESSED)
                .row(AUTHORIZED, COORDINATE, SCHEDULED)
                .rows(CANCEL, CANCELLED, RECORDED, RETURNED, ACCEPTED, CATEGORIZED, ASSESSED, AUTHORIZED, SCHEDULED)
                .rows(BEGIN_IMPLEMENTATION, IN_IMPLEMENTATION, engaged)
                .row(IN_IMPLEMENTATION, RECORD_OUTCOME, outcomes)
                .stays(COMPLETE_TASK, SCHEDULED, IN_IMPLEMENTATION)
                .stays(ADD_TASK, AUTHORIZED, SCHEDULED, IN_IMPLEMENTATION)
                .stays(SECOND, IMPLEMENTED, REVIEWED)
                .rows(REVIEW, REVIEWED, outcomes)
                .row(REVIEWED, CLOSE, CLOSED)
                .stays(RETROSPECT, REVIEWED, CLOSED, CANCELLED);
        for (ChangeState outcome : outcomes) {
            rows.row(outcome, RECORD_OUTCOME, outcomes);
        }
        rows.stays(CONFIRM, engaged);
        for (ChangeVerb verb : EnumSet.of(AUTHORIZE, SECOND, WITHDRAW, EXTEND_WINDOW, ADD_TARGETS, APPOINT_OWNER)) {
            rows.stays(verb, underAuthorization);
        }
        return rows.build();
    }
}
