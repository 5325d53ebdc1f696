/**
 * Incidents: something that people rely on does not work. An incident is LOGGED, CLASSIFIED (priority and due time from
 * impact and urgency), IN_DIAGNOSIS, RESOLUTION_PLANNED when a change is to settle it, RESOLVED when its own symptom
 * check passed or a person verified it, RESOLUTION_UNSUCCESSFUL when that failed or a caller says no, and CLOSED. ON_HOLD
 * interrupts it with a reason. Escalation and "major" are attributes, not states.
 */
package io.throughline.incident.domain;
