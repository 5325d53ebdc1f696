package io.throughline.operation.domain;

/** What a schedule does when its time comes while the job that it asked for before is not over. */
public enum Overlap {
    /** That time is skipped, and the schedule says so. */
    REFUSE,
    /** One run waits until the job before is over; further times that come meanwhile are skipped. */
    QUEUE
}
