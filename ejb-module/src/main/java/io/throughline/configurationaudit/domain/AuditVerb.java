package io.throughline.configurationaudit.domain;

/** What the audit job does to its record. */
public enum AuditVerb {
    /** Keeps what was seen on some servers. */
    RECORD,
    /** The job begins again after a crash: what it counted before is counted anew. */
    START_OVER,
    COMPLETE
}
