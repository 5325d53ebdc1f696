package io.throughline.operation.domain;

/** What happens to a schedule. */
public enum ScheduleVerb {
    /** Its time has come and a job was asked for. */
    RUN,
    /** Its time has come, or has gone by, and no job was asked for; the reason says why. */
    SKIP,
    /** Its time has come while the job before is not over: it waits for that. */
    QUEUE,
    /** A person ends it. */
    END
}
