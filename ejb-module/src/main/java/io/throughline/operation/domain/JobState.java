package io.throughline.operation.domain;

import static io.throughline.operation.domain.JobVerb.*;

import io.throughline.kernel.domain.Transitions;
import java.util.EnumSet;
import java.util.Set;

/** States of a job request. What is LAUNCHED is shown RUNNING only while the node that runs it lives. */
public enum JobState {
    /** Written down; no node has launched it yet. */
    REQUESTED,
    /** A node has claimed it and runs it. */
    LAUNCHED,
    COMPLETED,
    FAILED,
    STOPPED;

    public static final Set<JobState> ACTIVE = EnumSet.of(REQUESTED, LAUNCHED);
    public static final Set<JobState> ENDED = EnumSet.of(COMPLETED, FAILED, STOPPED);

    public static final Transitions<JobState, JobVerb> TRANSITIONS = Transitions.of(JobState.class, JobVerb.class)
            .row(REQUESTED, LAUNCH, LAUNCHED)
            .row(REQUESTED, STOP, STOPPED)
            .row(LAUNCHED, EXECUTE, LAUNCHED)
            .row(LAUNCHED, TAKE_OVER, LAUNCHED)
            .row(LAUNCHED, STOP, LAUNCHED)
            .row(LAUNCHED, END, COMPLETED, FAILED, STOPPED)
            .rows(RESTART, REQUESTED, FAILED, STOPPED)
            .build();
}
