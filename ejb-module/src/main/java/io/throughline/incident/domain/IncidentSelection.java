package io.throughline.incident.domain;

/**
 * Which incidents are wanted; null for whatever it is.
 *
 * @param group name of the group in whose queue they are
 * @param assignee number of the person who has them
 * @param service number of the service that suffers
 * @param change number of the change that is to settle them
 */
public record IncidentSelection(IncidentState state, String group, String assignee, String service, String change) {}
