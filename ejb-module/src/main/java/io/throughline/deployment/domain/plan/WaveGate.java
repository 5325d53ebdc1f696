package io.throughline.deployment.domain.plan;

/** What has to happen between the wave before and this one. */
public enum WaveGate {
    /** Nothing but that the wave before has passed, its soak time over. */
    AUTOMATIC,
    /** The rollout pauses, and a person who did not start it lets the wave begin. */
    APPROVAL
}
