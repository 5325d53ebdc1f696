package io.throughline.contact.domain;

import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;

/**
 * A user's "I can't place an order", in the user's own words, from the moment it is received until the caller has been
 * told how it ended. One incident may answer many contacts; a contact is routed to one incident at most.
 */
@Entity
@Table(name = "user_contact")
public class UserContact extends AuditedRoot {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ContactState state;

    @Embedded
    private Caller caller;

    @Column(name = "service_number")
    private String service;

    @Column(name = "own_words", nullable = false)
    private String words;

    @Column(name = "request_id")
    private String requestId;

    @Column(name = "received_at", nullable = false)
    private Instant receivedAt;

    @Column(name = "received_by", nullable = false)
    private String receivedBy;

    @Embedded
    private Assessment assessment;

    @Column(name = "incident_number")
    private String incident;

    @Column(name = "outcome_text")
    private String outcome;

    protected UserContact() {}

    /**
     * @param service number of the service that the caller means, or null when that is not known
     * @param words what the caller said
     * @param requestId the caller's own reference, or null
     */
    public UserContact(RecordNumber number, Caller caller, String service, String words, String requestId, Deed deed) {
        super(number);
        this.caller = caller;
        this.service = service;
        this.words = words;
        this.requestId = requestId;
        this.receivedAt = deed.at();
        this.receivedBy = deed.actor();
        this.state = ContactState.RECEIVED;
        changed(ContactVerb.RECEIVE, null, state, deed);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.USER_CONTACT;
    }

    @Override
    public Facts facts() {
        Facts facts = Facts.of()
                .put("state", state)
                .put("caller", caller.person())
                .personal("callerName", caller.name())
                .personal("callerEmail", caller.email())
                .personal("callerPhone", caller.phone())
                .put("channel", caller.channel())
                .put("organisation", caller.organisation())
                .put("service", service)
                .personal("words", words)
                .put("requestId", requestId)
                .put("incident", incident)
                .personal("outcome", outcome);
        if (assessment != null) {
            facts.put("category", assessment.category())
                    .put("priority", assessment.priority())
                    .put("complete", assessment.complete());
        }
        return facts;
    }

    public void assess(Assessment judged, Deed deed) {
        ContactState next = ContactState.table().after(number(), state, ContactVerb.ASSESS);
        this.assessment = judged;
        move(ContactVerb.ASSESS, next, deed);
    }

    /**
     * Hands the contact to an incident.
     *
     * @throws Conflict when the assessment says that something is still to be asked
     */
    public void route(RecordNumber toIncident, Deed deed) {
        ContactState next = ContactState.table().after(number(), state, ContactVerb.ROUTE);
        if (!assessment.complete()) {
            throw new Conflict(
                    "contact-incomplete",
                    number() + " was assessed as incomplete; ask the caller and assess it again first.",
                    Map.of("record", number().toString()));
        }
        this.incident = toIncident.toString();
        move(ContactVerb.ROUTE, next, deed);
    }

    /** Takes the contact from an incident that it does not belong to, with a reason. */
    public void unlink(Deed deed) {
        ContactState next = ContactState.table().after(number(), state, ContactVerb.UNLINK);
        this.incident = null;
        move(ContactVerb.UNLINK, next, deed);
    }

    /** Settles it with an answer, without an incident. */
    public void fulfil(String answer, Deed deed) {
        ContactState next = ContactState.table().after(number(), state, ContactVerb.FULFIL);
        this.outcome = answer;
        move(ContactVerb.FULFIL, next, deed);
    }

    /** Declines it; the deed's reason is what the caller is told. */
    public void reject(Deed deed) {
        ContactState next = ContactState.table().after(number(), state, ContactVerb.REJECT);
        this.outcome = deed.reason();
        move(ContactVerb.REJECT, next, deed);
    }

    /** The caller says that it is not settled. An answer that did not help puts it before the desk again. */
    public void doubt(Deed deed) {
        ContactState next = ContactState.table().after(number(), state, ContactVerb.DOUBT);
        move(ContactVerb.DOUBT, next, deed);
    }

    public void close(Deed deed) {
        move(ContactVerb.CLOSE, ContactState.table().after(number(), state, ContactVerb.CLOSE), deed);
    }

    public void closeWithIncident(Deed deed) {
        move(
                ContactVerb.CLOSE_WITH_INCIDENT,
                ContactState.table().after(number(), state, ContactVerb.CLOSE_WITH_INCIDENT),
                deed);
    }

    private void move(ContactVerb verb, ContactState next, Deed deed) {
        changed(verb, state, next, deed);
        this.state = next;
    }

    public ContactState state() {
        return state;
    }

    public Caller caller() {
        return caller;
    }

    public String service() {
        return service;
    }

    public String words() {
        return words;
    }

    public String requestId() {
        return requestId;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public String receivedBy() {
        return receivedBy;
    }

    /** Null until the desk has judged it. */
    public Assessment assessment() {
        return assessment;
    }

    /** Number of the incident to which it was routed, or null. */
    public String incident() {
        return incident;
    }

    /** The answer that fulfilled it or the reason for which it was rejected. */
    public String outcome() {
        return outcome;
    }
}
