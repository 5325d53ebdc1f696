package io.throughline.audit.service;

import io.throughline.audit.domain.AuditRecord;
import java.time.Instant;

/** An audit record as readers see it; {@code content} is the canonical JSON that {@code digest} is of. */
public record AuditRecordView(
        long id,
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

    static AuditRecordView from(AuditRecord record) {
        return new AuditRecordView(
                record.id(),
                record.at(),
                record.actor(),
                record.onBehalfOf(),
                record.right(),
                record.activity(),
                record.action(),
                record.record(),
                record.server(),
                record.content(),
                record.digest());
    }
}
