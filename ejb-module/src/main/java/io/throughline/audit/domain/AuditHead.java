package io.throughline.audit.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** End of the chain: how many records are sealed and the last link. One row, locked by whoever seals. */
@Entity
@Table(name = "audit_head")
public class AuditHead {

    @Id
    private Integer id;

    @Column(name = "sealed_count", nullable = false)
    private long size;

    @Column(name = "chain_link", nullable = false)
    private String link;

    @Column(name = "sealed_at")
    private Instant sealedAt;

    protected AuditHead() {}

    public void advance(long size, String link, Instant at) {
        this.size = size;
        this.link = link;
        this.sealedAt = at;
    }

    public long size() {
        return size;
    }

    public String link() {
        return link;
    }

    /** When the last record was sealed; null before the first. */
    public Instant sealedAt() {
        return sealedAt;
    }
}
