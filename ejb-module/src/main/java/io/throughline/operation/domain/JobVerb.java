package io.throughline.operation.domain;

/** What moves a job request. */
public enum JobVerb {
    /** A node claims the request, before it starts anything. */
    LAUNCH,
    /** The batch engine has given the execution its number. */
    EXECUTE,
    /** Another node, or the next boot, claims what a dead node had claimed. */
    TAKE_OVER,
    /** A person asks that it stop; the job ends at its next safe point. */
    STOP,
    /** The execution is over. */
    END,
    /** A person asks that a failed or stopped job go on. */
    RESTART;

    /** Whether people do this; the rest is the machine's own. */
    public boolean byPeople() {
        return this == STOP || this == RESTART;
    }
}
