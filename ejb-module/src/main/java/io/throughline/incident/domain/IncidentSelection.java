package io.throughline.incident.domain;

/**
 * Which incidents are wanted; null for whatever it is.
 *
 * @param group name of the group in whose queue they are
 * @param queueOf number of a person in whose groups' queues they wait: nobody has them yet, and they are not resolved
 * @param assignee number of the person who has them
 * @param service number of the service that suffers
 * @param change number of the change that is to settle them
 */
public record IncidentSelection(
        IncidentState state, String group, String queueOf, String assignee, String service, String change) {

    /**
     * @param state null for any
     */
    public static IncidentSelection in(IncidentState state) {
        return new IncidentSelection(state, null, null, null, null, null);
    }

    public static IncidentSelection assignedTo(String assignee) {
        return new IncidentSelection(null, null, null, assignee, null, null);
    }

    public static IncidentSelection waitingFor(String member) {
        return new IncidentSelection(null, null, member, null, null, null);
    }
}
