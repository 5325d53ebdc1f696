package io.throughline.audit.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The place of one sealed record in the Merkle tree; the hashes are in the tiles. */
@Entity
@Table(name = "audit_leaf")
public class AuditLeaf {

    @Id
    @Column(name = "leaf_index")
    private Long index;

    @Column(name = "audit_id", nullable = false, unique = true, updatable = false)
    private Long auditId;

    protected AuditLeaf() {}

    public AuditLeaf(long index, long auditId) {
        this.index = index;
        this.auditId = auditId;
    }

    /** Place in the tree, from 0. */
    public Long index() {
        return index;
    }

    public Long auditId() {
        return auditId;
    }
}
