package io.throughline.change.domain.authorization;

import static io.throughline.change.domain.authorization.AuthorizationVerb.*;

import io.throughline.kernel.domain.Transitions;

/** Where an authorization stands. */
public enum AuthorizationState {
    /** Signed; nothing is bound to it yet. */
    LIVE,
    /** Package, servers and plan are bound inside the envelope. */
    CONFIRMED,
    /** Taken back by an authority. */
    WITHDRAWN,
    /** Its window is over; an authority can extend it. */
    EXPIRED,
    /** Used up or overtaken: the change ended, or was authorized anew. */
    VOID;

    private static final Transitions<AuthorizationState, AuthorizationVerb> TABLE = Transitions.of(
                    AuthorizationState.class, AuthorizationVerb.class)
            .rows(CONFIRM, CONFIRMED, LIVE, CONFIRMED)
            .stays(ADD_SERVERS, LIVE, CONFIRMED)
            .stays(SECOND, LIVE, CONFIRMED, EXPIRED, WITHDRAWN, VOID)
            .stays(EXTEND, LIVE, CONFIRMED)
            .row(EXPIRED, EXTEND, LIVE, CONFIRMED)
            .rows(WITHDRAW, WITHDRAWN, LIVE, CONFIRMED, EXPIRED)
            .rows(MAKE_VOID, VOID, LIVE, CONFIRMED, EXPIRED, WITHDRAWN)
            .build();

    public static Transitions<AuthorizationState, AuthorizationVerb> transitions() {
        return TABLE;
    }

    /** Whether it stands: signed, and neither taken back nor overtaken nor over. */
    public boolean stands() {
        return this == LIVE || this == CONFIRMED;
    }
}
