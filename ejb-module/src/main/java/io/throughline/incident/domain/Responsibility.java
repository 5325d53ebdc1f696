package io.throughline.incident.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** In whose hands an incident is, and how far up it went. */
@Embeddable
public class Responsibility {

    @Column(name = "group_name")
    private String team;

    private String assignee;

    @Enumerated(EnumType.STRING)
    private Escalation escalation;

    @Column(nullable = false)
    private boolean major;

    @Column(name = "major_reason")
    private String majorReason;

    protected Responsibility() {}

    static Responsibility nobody() {
        return new Responsibility();
    }

    void assign(String toGroup, String toPerson) {
        this.team = toGroup;
        this.assignee = toPerson;
    }

    void escalate(Escalation kind, String toGroup) {
        this.escalation = kind;
        assign(toGroup, null);
    }

    void declareMajor(String reason) {
        this.major = true;
        this.majorReason = reason;
    }

    /** Name of the group in whose queue it is, or null. */
    public String group() {
        return team;
    }

    /** Number of the person who has it, or null. */
    public String assignee() {
        return assignee;
    }

    /** The latest escalation, or null. */
    public Escalation escalation() {
        return escalation;
    }

    public boolean major() {
        return major;
    }

    public String majorReason() {
        return majorReason;
    }
}
