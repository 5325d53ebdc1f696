package io.throughline.incident.domain;

import io.throughline.kernel.domain.RecordNumber;
import java.time.Instant;
import java.util.List;

/** How the change that is to settle an incident stands. Answered by the handover, which knows both. */
public interface ChangeEvidence {

    /**
     * @param number of the change
     * @param closed whether it is closed
     * @param implemented whether it was implemented, wholly or but for targets that were excluded
     * @param implementedAt when its implementation ended, or null
     * @param openTargets servers that are neither verified, up to date nor excluded
     */
    record Standing(
            String number, boolean closed, boolean implemented, Instant implementedAt, List<String> openTargets) {}

    Standing of(RecordNumber change);
}
