package io.throughline.audit.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A record that waits for the sealer. Written in the record's own transaction: what has committed is in the queue, in
 * whatever order it committed, so that a late commit is never passed over.
 */
@Entity
@Table(name = "audit_unsealed")
public class UnsealedRecord {

    @Id
    @Column(name = "audit_id")
    private Long auditId;

    @Column(name = "queued_at", nullable = false, updatable = false)
    private Instant queuedAt;

    @Column(name = "leaf_hash", nullable = false, updatable = false)
    private String leafHash;

    protected UnsealedRecord() {}

    public UnsealedRecord(Long auditId, Instant queuedAt, String leafHash) {
        this.auditId = auditId;
        this.queuedAt = queuedAt;
        this.leafHash = leafHash;
    }

    public Long auditId() {
        return auditId;
    }

    public Instant queuedAt() {
        return queuedAt;
    }

    /** What the record's content hashes to as a leaf of the tree, as 64 hexadecimal digits. */
    public String leafHash() {
        return leafHash;
    }
}
