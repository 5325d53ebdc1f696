package io.throughline.incident.domain;

import io.throughline.kernel.domain.RecordNumber;
import java.time.Instant;
import java.util.List;

/** How the change that is to settle an incident stands. Answered by the handover, which knows both. */
public interface ChangeEvidence {

    /** How far the change is. */
    enum Course {
        UNDER_WAY,
        /** Closed, and implemented at least in part. */
        DONE,
        /** Rejected, refused, cancelled, or backed out and closed: things are as they were before it. */
        CAME_TO_NOTHING
    }

    /**
     * @param number of the change
     * @param implementedAt when its implementation ended, or null
     * @param openTargets servers that are neither verified, up to date nor excluded
     */
    record Standing(String number, Course course, Instant implementedAt, List<String> openTargets) {}

    Standing of(RecordNumber change);
}
