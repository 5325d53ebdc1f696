package io.throughline.change.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** What people say of a change afterwards. */
@Embeddable
public class Review {

    @Column(name = "review_text")
    private String text;

    @Column(name = "desired_effect")
    private Boolean desiredEffect;

    @Column(name = "back_out_worked")
    private Boolean backOutWorked;

    @Column(name = "follow_up")
    private String followUp;

    @Column(name = "reviewed_at")
    private Instant at;

    @Column(name = "reviewed_by")
    private String by;

    @Column(name = "retrospective_due")
    private Instant retrospectiveDue;

    @Column(name = "retrospective_at")
    private Instant retrospectiveAt;

    @Column(name = "retrospective_text")
    private String retrospective;

    @Column(name = "retrospective_by")
    private String retrospectiveBy;

    /**
     * What the review found.
     *
     * @param text in words
     * @param desiredEffect whether the change did what it was for
     * @param backOutWorked whether undoing worked as planned; null when nothing was undone
     * @param followUp number of a change that follows from it, or null
     */
    public record Finding(String text, boolean desiredEffect, Boolean backOutWorked, String followUp) {}

    void take(Finding finding, Instant reviewedAt, String reviewer) {
        this.text = finding.text();
        this.desiredEffect = finding.desiredEffect();
        this.backOutWorked = finding.backOutWorked();
        this.followUp = finding.followUp();
        this.at = reviewedAt;
        this.by = reviewer;
    }

    void demandRetrospectiveBy(Instant due) {
        this.retrospectiveDue = due;
    }

    void lookBack(String found, Instant when, String person) {
        this.retrospective = found;
        this.retrospectiveAt = when;
        this.retrospectiveBy = person;
    }

    /** Null until it is reviewed. */
    public Finding finding() {
        return at == null ? null : new Finding(text, Boolean.TRUE.equals(desiredEffect), backOutWorked, followUp);
    }

    public Instant at() {
        return at;
    }

    public String by() {
        return by;
    }

    /** By when an emergency must be looked back on; null for other changes. */
    public Instant retrospectiveDue() {
        return retrospectiveDue;
    }

    public Instant retrospectiveAt() {
        return retrospectiveAt;
    }

    public String retrospective() {
        return retrospective;
    }

    /** Number of the person who looked back; null until somebody did. */
    public String retrospectiveBy() {
        return retrospectiveBy;
    }
}
