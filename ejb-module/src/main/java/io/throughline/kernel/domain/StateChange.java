package io.throughline.kernel.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One step of a record's life: which verb moved it from which state to which, by whom, when and why. Never changed. */
@Entity
@Table(name = "state_change")
public class StateChange {

    @Id
    @SequenceGenerator(name = "state_change_seq", sequenceName = "state_change_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "state_change_seq")
    private Long id;

    @Column(name = "record_number", nullable = false, updatable = false)
    private String record;

    @Column(nullable = false, updatable = false)
    private String verb;

    @Column(name = "from_state", updatable = false)
    private String from;

    @Column(name = "to_state", nullable = false, updatable = false)
    private String to;

    @Column(nullable = false, updatable = false)
    private String actor;

    @Column(name = "changed_at", nullable = false, updatable = false)
    private Instant at;

    @Column(updatable = false)
    private String reason;

    protected StateChange() {}

    StateChange(RecordNumber record, Enum<?> verb, Enum<?> from, Enum<?> to, Deed deed) {
        this.record = record.toString();
        this.verb = verb.name();
        this.from = from == null ? null : from.name();
        this.to = to.name();
        this.actor = deed.actor();
        this.at = deed.at();
        this.reason = deed.reason();
    }

    public String record() {
        return record;
    }

    public String verb() {
        return verb;
    }

    /** State before, null when the record came into being. */
    public String from() {
        return from;
    }

    public String to() {
        return to;
    }

    /** Number of the person, or name of the machine part, that did it. */
    public String actor() {
        return actor;
    }

    public Instant at() {
        return at;
    }

    /** Why, when the verb asks for a reason; else null. */
    public String reason() {
        return reason;
    }
}
