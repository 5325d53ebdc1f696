package io.throughline.kernel.activity;

/**
 * The sixteen activities that carry a thread from the first call to the caller who was told, in order. What an activity
 * is called, who performs it and what comes of it is data: see {@link WordSets}.
 */
public enum Activity {
    RECEIVE_CONTACT,
    ROUTE_CONTACT,
    PROVIDE_INITIAL_SUPPORT,
    INVESTIGATE_AND_DIAGNOSE,
    RESOLVE_AND_RECOVER,
    OWN_MONITOR_TRACK_COMMUNICATE,
    ACCEPT_CHANGE,
    ASSESS_CHANGE,
    AUTHORIZE_CHANGE,
    COORDINATE_CHANGE,
    PLAN_RELEASE,
    BUILD_RELEASE,
    PLAN_ROLLOUT,
    INSTALL_RELEASE,
    REVIEW_CHANGE,
    CLOSE_INCIDENT;

    /** Place in the thread, from 1. */
    public int number() {
        return ordinal() + 1;
    }
}
