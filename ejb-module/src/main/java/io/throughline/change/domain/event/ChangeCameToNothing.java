package io.throughline.change.domain.event;

import io.throughline.change.domain.ChangeState;
import io.throughline.kernel.domain.RecordNumber;

/**
 * A change ended without effect: rejected, refused, cancelled, or backed out and closed.
 *
 * @param incident number of the incident that it was to settle, or null
 * @param reason why
 */
public record ChangeCameToNothing(RecordNumber change, ChangeState state, String incident, String reason) {}
