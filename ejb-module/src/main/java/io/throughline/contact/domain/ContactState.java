package io.throughline.contact.domain;

import static io.throughline.contact.domain.ContactVerb.*;

import io.throughline.kernel.domain.Transitions;
import java.util.EnumSet;
import java.util.Set;

/** Where a contact stands. */
public enum ContactState {
    RECEIVED,
    ASSESSED,
    ROUTED,
    FULFILLED,
    REJECTED,
    CLOSED;

    /** Somebody at the desk has to decide about it. */
    public static final Set<ContactState> WAITING_FOR_DESK = EnumSet.of(RECEIVED, ASSESSED);

    private static final Transitions<ContactState, ContactVerb> TABLE = Transitions.of(
                    ContactState.class, ContactVerb.class)
            .row(RECEIVED, ASSESS, ASSESSED)
            .stays(ASSESS, ASSESSED)
            .row(ASSESSED, ROUTE, ROUTED)
            .row(ASSESSED, FULFIL, FULFILLED)
            .rows(REJECT, REJECTED, RECEIVED, ASSESSED)
            .row(ROUTED, UNLINK, ASSESSED)
            .stays(DOUBT, ROUTED)
            .row(FULFILLED, DOUBT, ASSESSED)
            .rows(CLOSE, CLOSED, FULFILLED, REJECTED)
            .row(ROUTED, CLOSE_WITH_INCIDENT, CLOSED)
            .build();

    public static Transitions<ContactState, ContactVerb> table() {
        return TABLE;
    }
}
