package io.throughline.configuration.domain.server;

import static io.throughline.configuration.domain.server.ServerVerb.*;

import io.throughline.kernel.domain.Transitions;

/** Whether a server is in use. */
public enum ServerState {
    ACTIVE,
    RETIRED;

    public static final Transitions<ServerState, ServerVerb> TRANSITIONS = Transitions.of(
                    ServerState.class, ServerVerb.class)
            .stays(CORRECT, ACTIVE, RETIRED)
            .stays(PROTECT, ACTIVE)
            .stays(UNPROTECT, ACTIVE)
            .stays(REPORT_INSTALLED, ACTIVE)
            .row(ACTIVE, RETIRE, RETIRED)
            .row(RETIRED, REINSTATE, ACTIVE)
            .build();
}
