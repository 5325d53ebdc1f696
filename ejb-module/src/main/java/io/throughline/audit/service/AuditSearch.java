package io.throughline.audit.service;

import java.time.Instant;

/**
 * What to look for in the trail; null parts do not restrict.
 *
 * @param actor person's number or {@code machine:<part>}
 * @param record record number
 * @param server server number
 * @param activity name of an activity
 * @param action action, or its beginning ({@code incident.})
 * @param from earliest time, included
 * @param to latest time, excluded
 */
public record AuditSearch(
        String actor, String record, String server, String activity, String action, Instant from, Instant to) {

    public static AuditSearch all() {
        return new AuditSearch(null, null, null, null, null, null, null);
    }

    public static AuditSearch ofRecord(String number) {
        return new AuditSearch(null, number, null, null, null, null, null);
    }
}
