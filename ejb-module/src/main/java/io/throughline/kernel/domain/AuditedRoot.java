package io.throughline.kernel.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/**
 * A record with a number, a version and a life of its own. Every change of it needs an audit record in the same
 * transaction; {@link #lastAuditId()} names the newest, and the database refuses a row without it.
 */
@MappedSuperclass
public abstract class AuditedRoot {

    @Id
    private Long id;

    @Version
    @Column(nullable = false)
    private long version;

    @Column(name = "last_audit_id", nullable = false)
    private Long lastAuditId;

    @Transient
    private transient List<StateChange> pending;

    protected AuditedRoot() {}

    protected AuditedRoot(RecordNumber number) {
        if (number.kind() != kind()) {
            throw new IllegalArgumentException(number + " is no number of a " + kind());
        }
        this.id = number.sequence();
    }

    public abstract RecordKind kind();

    public final RecordNumber number() {
        return kind().number(id);
    }

    /** What the record says of itself to the audit trail, before and after each change. */
    public abstract Facts facts();

    public long version() {
        return version;
    }

    public Long lastAuditId() {
        return lastAuditId;
    }

    /** Only for the audit trail: links this row to its newest audit record. */
    public final void auditedBy(long auditId) {
        this.lastAuditId = auditId;
    }

    /** Notes one step of this record's life; the audit trail stores it in the same transaction. */
    protected final void changed(Enum<?> verb, Enum<?> from, Enum<?> to, Deed deed) {
        if (pending == null) {
            pending = new ArrayList<>();
        }
        pending.add(new StateChange(number(), verb, from, to, deed));
    }

    public final boolean hasPendingChanges() {
        return pending != null && !pending.isEmpty();
    }

    /** Hands over the steps noted since the last call. */
    public final List<StateChange> takePendingChanges() {
        List<StateChange> taken = pending == null ? List.of() : List.copyOf(pending);
        pending = null;
        return taken;
    }
}
