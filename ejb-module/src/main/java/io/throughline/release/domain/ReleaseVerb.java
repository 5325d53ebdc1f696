package io.throughline.release.domain;

/** What can be done to a release. */
public enum ReleaseVerb {
    /** Brings a release into being. */
    OPEN,
    /** Brings a release into being that carries an accepted one out again. */
    REPEAT,
    /** The Release Manager takes it on and appoints owner and specialist. */
    ACKNOWLEDGE,
    PLAN_STRATEGY,
    /** A package is attached. */
    BUILD,
    /** A test on a test server is asked for. */
    TEST,
    /** The test's result is there. */
    RECORD_TEST,
    ACCEPT,
    /** A deployment is planned. */
    SCHEDULE,
    /** That deployment was given up before it began. */
    UNSCHEDULE,
    /** The deployment was verified, as it ended. */
    RECORD_DEPLOYMENT,
    CLOSE,
    CANCEL
}
