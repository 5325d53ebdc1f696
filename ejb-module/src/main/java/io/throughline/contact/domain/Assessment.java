package io.throughline.contact.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** What the desk made of a contact: what kind it is, how urgent, and whether all is known that is needed. */
@Embeddable
public class Assessment {

    private String category;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @Column(name = "information_complete")
    private Boolean complete;

    protected Assessment() {}

    /**
     * @param priority null when it was not judged
     */
    public Assessment(String category, Priority priority, boolean complete) {
        this.category = category;
        this.priority = priority;
        this.complete = complete;
    }

    public String category() {
        return category;
    }

    public Priority priority() {
        return priority;
    }

    public boolean complete() {
        return Boolean.TRUE.equals(complete);
    }
}
