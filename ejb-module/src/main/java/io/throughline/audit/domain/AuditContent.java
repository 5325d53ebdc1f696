package io.throughline.audit.domain;

import io.throughline.kernel.domain.Times;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that an audit record says, before it is written as canonical JSON. Any part but time, actor and action may be
 * null; null is left out of the JSON.
 *
 * @param at business time
 * @param actor person's number or {@code machine:<part>}
 * @param onBehalfOf for whom a machine acted
 * @param right the right that was used
 * @param activity name of one of the sixteen activities
 * @param action what was done, as {@code incident.classify}
 * @param record number of the record concerned
 * @param server number of the server concerned
 * @param reason why
 * @param requestId joins the records of one request
 * @param sourceAddress where the request came from
 * @param before what the record said of itself before
 * @param after what it said after
 */
public record AuditContent(
        Instant at,
        String actor,
        String onBehalfOf,
        String right,
        String activity,
        String action,
        String record,
        String server,
        String reason,
        String requestId,
        String sourceAddress,
        Map<String, Object> before,
        Map<String, Object> after) {

    public Map<String, Object> values() {
        Map<String, Object> values = new TreeMap<>();
        values.put("at", Times.text(at));
        values.put("actor", actor);
        values.put("action", action);
        put(values, "onBehalfOf", onBehalfOf);
        put(values, "right", right);
        put(values, "activity", activity);
        put(values, "record", record);
        put(values, "server", server);
        put(values, "reason", reason);
        put(values, "requestId", requestId);
        put(values, "source", sourceAddress);
        put(values, "before", before);
        put(values, "after", after);
        return values;
    }

    private static void put(Map<String, Object> values, String name, Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
