package io.throughline.incident.domain;

import io.throughline.contact.domain.Priority;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** What kind of incident it is and how soon it must be settled. */
@Embeddable
public class Classification {

    private String category;

    @Enumerated(EnumType.STRING)
    private Impact impact;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @Column(name = "priority_reason")
    private String reason;

    @Column(name = "due_at")
    private Instant dueAt;

    protected Classification() {}

    public Classification(String category, Impact impact, Urgency urgency, PriorityPolicy.Judgement judgement) {
        this.category = category;
        this.impact = impact;
        this.urgency = urgency;
        this.priority = judgement.priority();
        this.reason = judgement.reason();
        this.dueAt = judgement.dueAt();
    }

    public String category() {
        return category;
    }

    public Impact impact() {
        return impact;
    }

    public Urgency urgency() {
        return urgency;
    }

    public Priority priority() {
        return priority;
    }

    /** Why this priority, in words. */
    public String reason() {
        return reason;
    }

    public Instant dueAt() {
        return dueAt;
    }
}
