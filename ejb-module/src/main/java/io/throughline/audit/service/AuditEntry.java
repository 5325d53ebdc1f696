package io.throughline.audit.service;

import io.throughline.kernel.activity.Activity;

/**
 * What a service says of an action that it lets happen. Actor, time, request and source are known to the trail.
 *
 * @param action what is done, as {@code incident.classify}
 * @param right the right that was used; null where none is needed
 * @param activity the activity of the thread that this performs; null outside the thread
 * @param record number of the record concerned; taken from the record itself where there is one
 * @param server number of the server concerned, or null
 * @param reason why, or null
 */
public record AuditEntry(String action, Enum<?> right, Activity activity, String record, String server, String reason) {

    public static AuditEntry of(String action) {
        return new AuditEntry(action, null, null, null, null, null);
    }

    public AuditEntry by(Enum<?> usedRight) {
        return new AuditEntry(action, usedRight, activity, record, server, reason);
    }

    public AuditEntry performing(Activity performed) {
        return new AuditEntry(action, right, performed, record, server, reason);
    }

    public AuditEntry on(Object concerned) {
        return new AuditEntry(action, right, activity, String.valueOf(concerned), server, reason);
    }

    public AuditEntry atServer(Object concerned) {
        return new AuditEntry(action, right, activity, record, String.valueOf(concerned), reason);
    }

    public AuditEntry because(String why) {
        return new AuditEntry(action, right, activity, record, server, why);
    }
}
