package io.throughline.audit.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The place of one sealed record in the chain. {@code link} is SHA-256 over the link before (32 bytes; zeros at the
 * start) followed by the record's digest (32 bytes), so that each link vouches for all records up to it.
 */
@Entity
@Table(name = "audit_leaf")
public class AuditLeaf {

    @Id
    @Column(name = "leaf_index")
    private Long index;

    @Column(name = "audit_id", nullable = false, unique = true, updatable = false)
    private Long auditId;

    @Column(name = "chain_link", nullable = false, updatable = false)
    private String link;

    protected AuditLeaf() {}

    public AuditLeaf(long index, long auditId, String link) {
        this.index = index;
        this.auditId = auditId;
        this.link = link;
    }

    /** Place in the chain, from 0. */
    public Long index() {
        return index;
    }

    public Long auditId() {
        return auditId;
    }

    public String link() {
        return link;
    }
}
