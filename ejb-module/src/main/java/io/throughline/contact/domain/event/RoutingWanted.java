package io.throughline.contact.domain.event;

import io.throughline.kernel.domain.RecordNumber;

/**
 * A contact is about to join an incident that is there. Told before anything is written, so that the incident stays open
 * until the contact is linked: whoever closes it then sees and tells this caller, too.
 */
public record RoutingWanted(RecordNumber incident) {}
