package io.throughline.identity.service;

import io.throughline.audit.feed.SealedEvent;
import io.throughline.audit.proof.VerifierKey;
import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditExports;
import io.throughline.audit.service.AuditFeed;
import io.throughline.audit.service.AuditProofs;
import io.throughline.audit.service.AuditReader;
import io.throughline.audit.service.AuditRecordView;
import io.throughline.audit.service.AuditSearch;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.audit.verification.AuditVerification;
import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.refusal.NotFound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The audit trail for people: who may read it, and a record of each verification. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class AuditAccess {

    @Inject
    Authority authority;

    @Inject
    AuditReader reader;

    @Inject
    AuditProofs proofs;

    @Inject
    AuditExports exports;

    @Inject
    AuditFeed feed;

    @Inject
    AuditTrail trail;

    /** Refuses who may not read the trail, before an answer is begun. */
    public void mayRead() {
        authority.require(Right.AUDIT_READ);
    }

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

    /** The newest checkpoint, a signed note. Checkpoints, keys and proofs are hashes: every login may have them. */
    public String checkpoint() {
        authority.require(Right.RECORD_READ);
        return proofs.checkpoint().orElseThrow(() -> new NotFound("checkpoint of", "the trail"));
    }

    /** Keys that checkpoints were signed with, the newest last. */
    public List<VerifierKey> verifierKeys() {
        authority.require(Right.RECORD_READ);
        return proofs.keys();
    }

    public AuditProofs.Inclusion inclusion(long index, Long size) {
        authority.require(Right.RECORD_READ);
        return proofs.inclusion(index, size);
    }

    public AuditProofs.Consistency consistency(long from, Long to) {
        authority.require(Right.RECORD_READ);
        return proofs.consistency(from, to);
    }

    /** One sealed record with its content. */
    public AuditProofs.Entry entry(long index) {
        authority.require(Right.AUDIT_READ);
        return proofs.entry(index);
    }

    /** What the export wrote is known only at its end; that it was asked for is on record before the first line. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void exportWithProofs(AuditSearch search, boolean personal, Writer out) throws IOException {
        authority.require(Right.AUDIT_READ);
        exported("audit.export", search, personal);
        exports.withProofs(search, personal, out);
    }

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void exportAsTable(AuditSearch search, Writer out) throws IOException {
        authority.require(Right.AUDIT_READ);
        exported("audit.export", search, false);
        exports.asTable(search, out);
    }

    /** The values about persons that a record is committed to. Who reads them is on record. */
    public Map<String, String> personal(long auditId) {
        authority.require(Right.AUDIT_READ);
        Map<String, String> values = reader.personal(auditId);
        trail.note(
                AuditEntry.of("audit.readPersonal").by(Right.AUDIT_READ),
                null,
                Facts.of().put("auditId", auditId).put("values", new ArrayList<>(values.keySet())));
        return values;
    }

    /** Sealed records from a place on, for who takes all of them in order. */
    public List<SealedEvent> events(long from, int most) {
        authority.require(Right.AUDIT_READ);
        return feed.from(from, most);
    }

    private void exported(String action, AuditSearch search, boolean personal) {
        trail.noteRegardless(
                AuditEntry.of(action).by(Right.AUDIT_READ),
                Facts.of()
                        .put("actor", search.actor())
                        .put("record", search.record())
                        .put("server", search.server())
                        .put("activity", search.activity())
                        .put("action", search.action())
                        .put("from", search.from())
                        .put("to", search.to())
                        .put("personal", personal));
    }
}
