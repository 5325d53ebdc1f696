package io.throughline.contact.domain.event;

import io.throughline.kernel.domain.RecordNumber;

/** A caller says of an incident that it is not solved. */
public record ContactDoubted(RecordNumber contact, RecordNumber incident, String reason) {}
