package io.throughline.release.domain;

import static io.throughline.release.domain.ReleaseVerb.*;

import io.throughline.kernel.domain.Transitions;
import java.util.List;

/** Where a release is in its life. */
public enum ReleaseState {
    OPEN,
    BUILT,
    /** Installed, verified, rolled back and verified again on a test server. */
    TESTED,
    ACCEPTED,
    SCHEDULED,
    DEPLOYED,
    FAILED,
    CLOSED,
    CANCELLED;

    private static final Transitions<ReleaseState, ReleaseVerb> TRANSITIONS = Transitions.of(
                    ReleaseState.class, ReleaseVerb.class)
            .stays(ACKNOWLEDGE, OPEN, BUILT, TESTED, ACCEPTED)
            .stays(PLAN_STRATEGY, OPEN, BUILT, TESTED)
            .rows(BUILD, BUILT, OPEN, BUILT, TESTED, ACCEPTED)
            .stays(TEST, BUILT, TESTED)
            .row(BUILT, RECORD_TEST, BUILT, TESTED)
            .row(TESTED, RECORD_TEST, BUILT, TESTED)
            .row(TESTED, ACCEPT, ACCEPTED)
            .row(ACCEPTED, SCHEDULE, SCHEDULED)
            .row(SCHEDULED, UNSCHEDULE, ACCEPTED)
            .row(SCHEDULED, RECORD_DEPLOYMENT, DEPLOYED, FAILED)
            .rows(CLOSE, CLOSED, DEPLOYED, FAILED)
            .rows(CANCEL, CANCELLED, OPEN, BUILT, TESTED, ACCEPTED)
            .build();

    public static Transitions<ReleaseState, ReleaseVerb> transitions() {
        return TRANSITIONS;
    }

    public List<ReleaseVerb> allowed() {
        return TRANSITIONS.allowed(this);
    }
}
