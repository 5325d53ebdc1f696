package io.throughline.change.domain.event;

import io.throughline.kernel.domain.RecordNumber;

/**
 * A change was asked for, to settle an incident.
 *
 * @param incident number of the incident
 */
public record ChangeRaised(RecordNumber change, String incident) {}
