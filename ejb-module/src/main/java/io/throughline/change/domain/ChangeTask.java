package io.throughline.change.domain;

import io.throughline.kernel.domain.AuditedPart;
import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.refusal.Conflict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;

/** Something that a person does by hand as part of a change, beside what is rolled out. */
@Entity
@Table(name = "change_task")
public class ChangeTask implements AuditedPart {

    @Id
    @SequenceGenerator(name = "change_task_seq", sequenceName = "change_task_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "change_task_seq")
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "change_id", updatable = false)
    private ChangeRequest change;

    @Column(name = "task_position", nullable = false, updatable = false)
    private int position;

    @Column(name = "task_text", nullable = false, updatable = false)
    private String text;

    @Column(updatable = false)
    private String assignee;

    @Column(name = "done_at")
    private Instant doneAt;

    @Column(name = "done_by")
    private String doneBy;

    @Column(name = "task_result")
    private String result;

    protected ChangeTask() {}

    ChangeTask(ChangeRequest change, int position, String text, String assignee) {
        this.change = change;
        this.position = position;
        this.text = text;
        this.assignee = assignee;
    }

    @Override
    public AuditedRoot auditedRoot() {
        return change;
    }

    void complete(String found, Deed deed) {
        if (done()) {
            throw new Conflict("task-done", "Task " + position + " is done already.", Map.of("task", position));
        }
        this.result = found;
        this.doneAt = deed.at();
        this.doneBy = deed.actor();
    }

    /** From 1, within its change. */
    public int position() {
        return position;
    }

    public String text() {
        return text;
    }

    /** Number of the person who is to do it, or null. */
    public String assignee() {
        return assignee;
    }

    public boolean done() {
        return doneAt != null;
    }

    public Instant doneAt() {
        return doneAt;
    }

    public String doneBy() {
        return doneBy;
    }

    public String result() {
        return result;
    }
}
