package io.throughline.deployment.domain;

import static io.throughline.deployment.domain.WaveState.Verb.*;

import io.throughline.kernel.domain.Transitions;

/** Where a wave is in its life. */
public enum WaveState {
    WAITING,
    RUNNING,
    /** Every target is through; the wave is watched for a while before the next begins. */
    SOAKING,
    PASSED,
    FAILED;

    /** What can happen to a wave. */
    public enum Verb {
        BEGIN,
        SOAK,
        PASS,
        FAIL,
        /** Targets of the wave run again. */
        REOPEN
    }

    private static final Transitions<WaveState, Verb> TRANSITIONS = Transitions.of(WaveState.class, Verb.class)
            .row(WAITING, BEGIN, RUNNING)
            .row(RUNNING, SOAK, SOAKING)
            .rows(PASS, PASSED, RUNNING, SOAKING)
            .rows(FAIL, FAILED, RUNNING, SOAKING)
            .rows(REOPEN, RUNNING, RUNNING, SOAKING, PASSED, FAILED)
            .build();

    public static Transitions<WaveState, Verb> transitions() {
        return TRANSITIONS;
    }
}
