package io.throughline.change.domain.event;

import io.throughline.kernel.domain.RecordNumber;

/**
 * A change is being carried out.
 *
 * @param incident number of the incident that it settles, or null
 */
public record ImplementationBegan(RecordNumber change, String incident) {}
