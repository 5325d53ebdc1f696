package io.throughline.audit.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.TimeZone;

/**
 * A leaf and the record that it points to, as they are in the database now.
 *
 * @param index place in the tree, or -1
 * @param auditId what the leaf or the queue names
 * @param found whether there is such a record
 */
record SealedRow(
        long index,
        long auditId,
        boolean found,
        Instant at,
        String actor,
        String onBehalfOf,
        String right,
        String activity,
        String action,
        String record,
        String server,
        String content,
        String digest) {

    /** The record's columns, in the order in which {@link #read} takes them. */
    static final String COLUMNS = "r.id, r.recorded_at, r.actor, r.on_behalf_of, r.used_right, r.activity,"
            + " r.audit_action, r.record_number, r.server, r.content, r.digest";

    /** Takes the row's columns from the third on; the first two are place and id. */
    static SealedRow read(ResultSet row, Calendar utc) throws SQLException {
        long index = row.getLong(1);
        long auditId = row.getLong(2);
        row.getLong(3);
        boolean found = !row.wasNull();
        return new SealedRow(
                index,
                auditId,
                found,
                instant(row, 4, utc),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13));
    }

    static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC));
    }

    static Instant instant(ResultSet row, int column, Calendar utc) throws SQLException {
        Timestamp time = row.getTimestamp(column, utc);
        return time == null ? null : time.toInstant();
    }
}
