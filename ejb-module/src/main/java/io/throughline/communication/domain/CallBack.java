package io.throughline.communication.domain;

import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** A line of the desk's call-back list: somebody who wants to be called is to be told something, once. */
@Entity
@Table(name = "call_back")
public class CallBack extends AuditedRoot {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private CallBackState state;

    @Column(nullable = false, updatable = false)
    private String occasion;

    @Column(name = "record_number", nullable = false, updatable = false)
    private String record;

    @Column(name = "person_number", updatable = false)
    private String person;

    @Column(name = "caller_name", updatable = false)
    private String name;

    @Column(nullable = false, updatable = false)
    private String phone;

    @Column(nullable = false, updatable = false)
    private String subject;

    @Column(name = "body_text", nullable = false, updatable = false)
    private String text;

    @Column(name = "asked_at", nullable = false, updatable = false)
    private Instant askedAt;

    @Column(nullable = false)
    private int attempts;

    @Column(name = "called_at")
    private Instant calledAt;

    @Column(name = "called_by")
    private String calledBy;

    @Column(name = "note_text")
    private String note;

    protected CallBack() {}

    public CallBack(RecordNumber number, Letter letter, Deed deed) {
        super(number);
        this.occasion = letter.occasion();
        this.record = letter.record().toString();
        this.person = letter.person();
        this.name = letter.name();
        this.phone = letter.address();
        this.subject = letter.subject();
        this.text = LinkKeys.hidden(letter.body());
        this.askedAt = deed.at();
        this.state = CallBackState.OPEN;
        changed(CallBackVerb.ASK_FOR, null, state, deed);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CALL_BACK;
    }

    @Override
    public Facts facts() {
        return Facts.of()
                .put("state", state)
                .put("occasion", occasion)
                .put("tells", record)
                .put("person", person)
                .personal("phone", phone)
                .personal("text", text)
                .put("attempts", attempts)
                .put("calledAt", calledAt)
                .put("calledBy", calledBy)
                .personal("note", note);
    }

    /** Notes what came of a call. */
    public void called(CallBackOutcome outcome, String said, Deed deed) {
        CallBackState next = CallBackState.table().after(number(), state, outcome.verb());
        this.attempts++;
        this.calledAt = deed.at();
        this.calledBy = deed.actor();
        this.note = said;
        changed(outcome.verb(), state, next, deed);
        this.state = next;
    }

    /** Newer news makes this call needless: whoever hears those has heard all. */
    public void supersede(RecordNumber newer, Deed deed) {
        CallBackState next = CallBackState.table().after(number(), state, CallBackVerb.SUPERSEDE);
        this.note = "replaced by " + newer;
        changed(CallBackVerb.SUPERSEDE, state, next, deed);
        this.state = next;
    }

    public CallBackState state() {
        return state;
    }

    public String record() {
        return record;
    }

    public String person() {
        return person;
    }

    public String name() {
        return name;
    }

    public String phone() {
        return phone;
    }

    public String subject() {
        return subject;
    }

    public String text() {
        return text;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public int attempts() {
        return attempts;
    }

    public Instant calledAt() {
        return calledAt;
    }

    public String calledBy() {
        return calledBy;
    }

    public String note() {
        return note;
    }
}
