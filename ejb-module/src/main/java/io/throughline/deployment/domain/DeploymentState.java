package io.throughline.deployment.domain;

import static io.throughline.deployment.domain.DeploymentVerb.*;

import io.throughline.kernel.domain.Transitions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where a deployment is in its life. */
public enum DeploymentState {
    PLANNED,
    CONFIRMED,
    RUNNING,
    PAUSED,
    ROLLING_BACK,
    IMPLEMENTED,
    PARTIALLY_IMPLEMENTED,
    BACKED_OUT,
    ABORTED,
    VERIFIED,
    CLOSED;

    /** The states in which a deployment has run and not been verified. */
    public static final Set<DeploymentState> ENDED =
            Collections.unmodifiableSet(EnumSet.of(IMPLEMENTED, PARTIALLY_IMPLEMENTED, BACKED_OUT, ABORTED));

    /** The states in which hosts are started. */
    public static final Set<DeploymentState> ACTIVE = Collections.unmodifiableSet(EnumSet.of(RUNNING, ROLLING_BACK));

    private static final Transitions<DeploymentState, DeploymentVerb> TRANSITIONS = Transitions.of(
                    DeploymentState.class, DeploymentVerb.class)
            .row(PLANNED, CONFIRM, CONFIRMED)
            .row(CONFIRMED, START, RUNNING)
            .rows(PAUSE, PAUSED, RUNNING, ROLLING_BACK)
            .rows(HALT, PAUSED, RUNNING, ROLLING_BACK)
            .row(PAUSED, RESUME, RUNNING, ROLLING_BACK)
            .row(RUNNING, RETRY, RUNNING)
            .row(ROLLING_BACK, RETRY, ROLLING_BACK)
            .row(PAUSED, RETRY, RUNNING, ROLLING_BACK)
            .row(PARTIALLY_IMPLEMENTED, RETRY, RUNNING, ROLLING_BACK)
            .stays(EXCLUDE, CONFIRMED, RUNNING, PAUSED, PARTIALLY_IMPLEMENTED)
            .stays(APPROVE_EXCLUSION, CONFIRMED, RUNNING, PAUSED)
            .row(PARTIALLY_IMPLEMENTED, APPROVE_EXCLUSION, PARTIALLY_IMPLEMENTED, IMPLEMENTED)
            .row(PAUSED, APPROVE_WAVE, RUNNING)
            .stays(ADVANCE, RUNNING)
            .rows(ABORT, ABORTED, PLANNED, CONFIRMED, RUNNING, PAUSED)
            .rows(ROLL_BACK, ROLLING_BACK, RUNNING, PAUSED, IMPLEMENTED, PARTIALLY_IMPLEMENTED, ABORTED)
            .row(RUNNING, FINISH, IMPLEMENTED, PARTIALLY_IMPLEMENTED)
            .row(ROLLING_BACK, FINISH, BACKED_OUT, PARTIALLY_IMPLEMENTED)
            .rows(VERIFY, VERIFIED, IMPLEMENTED, PARTIALLY_IMPLEMENTED, BACKED_OUT, ABORTED)
            .row(VERIFIED, CLOSE, CLOSED)
            .build();

    public static Transitions<DeploymentState, DeploymentVerb> transitions() {
        return TRANSITIONS;
    }

    public List<DeploymentVerb> allowed() {
        return TRANSITIONS.allowed(this);
    }

    /** Nothing more is started without another deed on it. */
    public boolean isOver() {
        return ENDED.contains(this) || this == VERIFIED || this == CLOSED;
    }

    public boolean isActive() {
        return ACTIVE.contains(this);
    }
}
