package io.throughline.identity.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditReader;
import io.throughline.audit.service.AuditRecordView;
import io.throughline.audit.service.AuditSearch;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.audit.verification.AuditVerification;
import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.Page;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;

/** The audit trail for people: who may read it, and a record of each verification. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class AuditAccess {

    @Inject
    Authority authority;

    @Inject
    AuditReader reader;

    @Inject
    AuditTrail trail;

    public Page<AuditRecordView> search(AuditSearch search, Long before, int size) {
        authority.require(Right.AUDIT_READ);
        return reader.search(search, before, size);
    }

    public AuditVerification verify() {
        authority.require(Right.AUDIT_READ);
        AuditVerification verification = reader.verify();
        trail.note(
                AuditEntry.of("audit.verify").by(Right.AUDIT_READ),
                null,
                Facts.of()
                        .put("verified", verification.verified())
                        .put("records", verification.records())
                        .put("head", verification.head()));
        return verification;
    }
}
