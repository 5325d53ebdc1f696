package io.throughline.audit.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * What one person or one part of the machine did, once. {@code content} is the record itself, in canonical JSON
 * (RFC 8785), and {@code digest} its SHA-256; the other columns repeat parts of it so that it can be found. Never
 * changed and never deleted.
 */
@Entity
@Table(name = "audit_record")
public class AuditRecord {

    @Id
    @SequenceGenerator(name = "audit_record_seq", sequenceName = "audit_record_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_record_seq")
    private Long id;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant at;

    @Column(nullable = false, updatable = false)
    private String actor;

    @Column(name = "on_behalf_of", updatable = false)
    private String onBehalfOf;

    @Column(name = "used_right", updatable = false)
    private String right;

    @Column(updatable = false)
    private String activity;

    @Column(name = "audit_action", nullable = false, updatable = false)
    private String action;

    @Column(name = "record_number", updatable = false)
    private String record;

    @Column(updatable = false)
    private String server;

    @Lob
    @Column(nullable = false, updatable = false)
    private String content;

    @Column(nullable = false, updatable = false)
    private String digest;

    protected AuditRecord() {}

    public AuditRecord(AuditContent source, String content, String digest) {
        this.at = source.at();
        this.actor = source.actor();
        this.onBehalfOf = source.onBehalfOf();
        this.right = source.right();
        this.activity = source.activity();
        this.action = source.action();
        this.record = source.record();
        this.server = source.server();
        this.content = content;
        this.digest = digest;
    }

    public Long id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    public String actor() {
        return actor;
    }

    public String onBehalfOf() {
        return onBehalfOf;
    }

    public String right() {
        return right;
    }

    public String activity() {
        return activity;
    }

    public String action() {
        return action;
    }

    public String record() {
        return record;
    }

    public String server() {
        return server;
    }

    public String content() {
        return content;
    }

    /** SHA-256 of {@link #content()} in UTF-8, as 64 hexadecimal digits. */
    public String digest() {
        return digest;
    }
}
