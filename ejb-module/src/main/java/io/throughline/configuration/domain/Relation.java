package io.throughline.configuration.domain;

import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * That one thing is related to another from some time on. A relation ends and is never deleted, so that what was
 * decided on its account can still be explained. Of equal relations at most one is active.
 */
@Entity
@Table(name = "relation")
public class Relation extends AuditedRoot {

    @Column(name = "from_number", nullable = false, updatable = false)
    private String source;

    @Column(name = "to_number", nullable = false, updatable = false)
    private String target;

    @Enumerated(EnumType.STRING)
    @Column(name = "relation_type", nullable = false, updatable = false)
    private RelationType type;

    @Column(name = "active_key", unique = true)
    private String activeKey;

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected Relation() {}

    /**
     * @throws Invalid when this type does not join things of these kinds
     */
    public Relation(RecordNumber number, RelationType type, RecordNumber from, RecordNumber to, Deed deed) {
        super(number);
        List<Invalid.FieldError> errors = new ArrayList<>();
        demand(errors, "from", type, type.from(), from);
        demand(errors, "to", type, type.to(), to);
        if (from.equals(to)) {
            errors.add(new Invalid.FieldError("to", "must be another record than from"));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        this.type = type;
        this.source = from.toString();
        this.target = to.toString();
        this.activeKey = key(type, from, to);
        this.startedAt = deed.at();
        changed(RelationVerb.RELATE, null, RelationState.ACTIVE, deed);
    }

    /** What equal relations have in common. */
    public static String key(RelationType type, RecordNumber from, RecordNumber to) {
        return from + " " + type + " " + to;
    }

    private static void demand(
            List<Invalid.FieldError> errors,
            String field,
            RelationType type,
            Set<RecordKind> allowed,
            RecordNumber given) {
        if (!allowed.contains(given.kind())) {
            errors.add(new Invalid.FieldError(field, "must be one of " + allowed + " for the type " + type));
        }
    }

    @Override
    public RecordKind kind() {
        return RecordKind.RELATION;
    }

    @Override
    public Facts facts() {
        return Facts.of()
                .put("type", type)
                .put("from", source)
                .put("to", target)
                .put("startedAt", startedAt)
                .put("endedAt", endedAt);
    }

    public void end(Deed deed) {
        RelationState before = state();
        RelationState after = RelationState.TRANSITIONS.after(number(), before, RelationVerb.END);
        this.activeKey = null;
        this.endedAt = deed.at();
        changed(RelationVerb.END, before, after, deed);
    }

    public RelationState state() {
        return endedAt == null ? RelationState.ACTIVE : RelationState.ENDED;
    }

    /** Number of the record at which the relation begins. */
    public String from() {
        return source;
    }

    /** Number of the record at which the relation ends. */
    public String to() {
        return target;
    }

    public RelationType type() {
        return type;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** When it ceased to hold; null while it holds. */
    public Instant endedAt() {
        return endedAt;
    }
}
