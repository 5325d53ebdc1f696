package io.throughline.change.domain.event;

import io.throughline.change.domain.ChangePriority;
import io.throughline.kernel.domain.RecordNumber;

/**
 * An authorized change is to be carried out by Release.
 *
 * @param releaseManager number of the person who is notified
 */
public record ChangeCoordinated(
        RecordNumber change,
        String title,
        String service,
        String product,
        String version,
        ChangePriority priority,
        boolean emergency,
        String releaseManager) {}
