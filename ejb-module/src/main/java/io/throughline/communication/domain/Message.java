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
import java.time.Duration;
import java.time.Instant;

/**
 * One e-mail to one person. It is written in the transaction of what it tells of and goes out after that has committed.
 * Its Message-ID is made with it and stays, so that a second sending is recognised as the same message.
 */
@Entity
@Table(name = "message")
public class Message extends AuditedRoot {

    /** So many failed attempts, and it is given up. */
    public static final int MOST_ATTEMPTS = 12;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MessageState state;

    @Column(nullable = false, updatable = false)
    private String occasion;

    @Column(name = "record_number", nullable = false, updatable = false)
    private String record;

    @Column(name = "person_number", updatable = false)
    private String person;

    @Column(name = "recipient_name", updatable = false)
    private String name;

    @Column(name = "address", nullable = false, updatable = false)
    private String address;

    @Column(nullable = false, updatable = false)
    private String subject;

    @Column(name = "body_text", nullable = false, updatable = false)
    private String body;

    @Column(name = "message_id", nullable = false, updatable = false)
    private String messageId;

    @Column(name = "written_at", nullable = false, updatable = false)
    private Instant writtenAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(nullable = false)
    private int attempts;

    @Column(name = "next_attempt_at", nullable = false)
    private Instant nextAttemptAt;

    @Column(name = "last_error")
    private String lastError;

    protected Message() {}

    /**
     * @param messageId with angle brackets, unique in the world
     */
    public Message(RecordNumber number, Letter letter, String messageId, Deed deed) {
        super(number);
        this.occasion = letter.occasion();
        this.record = letter.record().toString();
        this.person = letter.person();
        this.name = letter.name();
        this.address = letter.address();
        this.subject = letter.subject();
        this.body = letter.body();
        this.messageId = messageId;
        this.writtenAt = deed.at();
        this.nextAttemptAt = deed.at();
        this.state = MessageState.PENDING;
        changed(MessageVerb.WRITE, null, state, deed);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.MESSAGE;
    }

    @Override
    public Facts facts() {
        return Facts.of()
                .put("state", state)
                .put("occasion", occasion)
                .put("tells", record)
                .put("person", person)
                .personal("address", address)
                .personal("subject", subject)
                .personal("body", LinkKeys.hidden(body))
                .put("messageId", messageId)
                .put("attempts", attempts)
                .put("sentAt", sentAt)
                .put("lastError", lastError);
    }

    public void claim(Deed deed) {
        move(MessageVerb.CLAIM, deed);
        this.attempts++;
    }

    public void confirmSent(Deed deed) {
        move(MessageVerb.CONFIRM_SENT, deed);
        this.sentAt = deed.at();
        this.lastError = null;
    }

    /** Waits longer each time; after {@value #MOST_ATTEMPTS} attempts it is given up. */
    public void postpone(Deed deed) {
        MessageState.table().require(number(), state, MessageVerb.POSTPONE);
        this.lastError = deed.reason();
        if (attempts >= MOST_ATTEMPTS) {
            move(MessageVerb.FAIL, deed);
            return;
        }
        move(MessageVerb.POSTPONE, deed);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        this.nextAttemptAt = deed.at().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    public void fail(Deed deed) {
        move(MessageVerb.FAIL, deed);
        this.lastError = deed.reason();
    }

    public void doubt(Deed deed) {
        move(MessageVerb.DOUBT, deed);
        this.lastError = deed.reason();
    }

    public void resend(Deed deed) {
        move(MessageVerb.RESEND, deed);
        this.attempts = 0;
        this.nextAttemptAt = deed.at();
    }

    public void markSent(Deed deed) {
        move(MessageVerb.MARK_SENT, deed);
        this.sentAt = deed.at();
    }

    private void move(MessageVerb verb, Deed deed) {
        MessageState next = MessageState.table().after(number(), state, verb);
        changed(verb, state, next, deed);
        this.state = next;
    }

    public MessageState state() {
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

    public String address() {
        return address;
    }

    public String subject() {
        return subject;
    }

    public String body() {
        return body;
    }

    public String messageId() {
        return messageId;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    public Instant sentAt() {
        return sentAt;
    }

    public int attempts() {
        return attempts;
    }

    public Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    public String lastError() {
        return lastError;
    }
}
