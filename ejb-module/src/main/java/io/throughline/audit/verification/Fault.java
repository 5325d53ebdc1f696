package io.throughline.audit.verification;

/** Ends a verification at the first row that is not as it must be. */
final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient AuditVerification.BadRow row;

    Fault(String table, long index, Long auditId, String column, String detail) {
        super(detail, null, false, false);
        this.row = new AuditVerification.BadRow(table, index, auditId, column, detail);
    }

    AuditVerification.BadRow row() {
        return row;
    }
}
