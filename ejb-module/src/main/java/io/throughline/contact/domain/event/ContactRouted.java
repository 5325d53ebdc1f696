package io.throughline.contact.domain.event;

import io.throughline.contact.domain.Priority;
import io.throughline.kernel.domain.RecordNumber;

/**
 * A contact was handed to an incident: an open one, or one that is to be logged under the number given here.
 *
 * @param toNewIncident whether the incident is still to be logged
 * @param title short name for a new incident
 * @param service number of the service concerned, or null
 * @param symptom what is seen, for a new incident
 * @param organisation number of the caller's organisation, or null
 * @param priority what the desk thought of it, or null
 */
public record ContactRouted(
        RecordNumber contact,
        RecordNumber incident,
        boolean toNewIncident,
        String title,
        String service,
        String symptom,
        String organisation,
        Priority priority) {}
