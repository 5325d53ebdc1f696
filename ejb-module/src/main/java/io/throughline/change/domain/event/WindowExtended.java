package io.throughline.change.domain.event;

import io.throughline.kernel.domain.RecordNumber;

/** A change may be carried out for longer than was signed at first. */
public record WindowExtended(RecordNumber change) {}
