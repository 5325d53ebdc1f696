package io.throughline.deployment.domain;

/** What can be done to a deployment. */
public enum DeploymentVerb {
    /** Brings a deployment into being. */
    PLAN,
    /** Change confirms that exactly this plan may be carried out. */
    CONFIRM,
    START,
    PAUSE,
    /** The product itself pauses: a wave failed, or the change no longer allows a further host. */
    HALT,
    RESUME,
    /** Lets failed, unreachable and not started targets run again, and verifies those in doubt. */
    RETRY,
    /** Asks to leave a target out. */
    EXCLUDE,
    /** A second person agrees to an exclusion. */
    APPROVE_EXCLUSION,
    /** A person lets the next wave begin, for which the plan asks her. */
    APPROVE_WAVE,
    /** A wave begins, soaks, passes or fails. */
    ADVANCE,
    ABORT,
    ROLL_BACK,
    /** Every target has an outcome. */
    FINISH,
    VERIFY,
    CLOSE
}
