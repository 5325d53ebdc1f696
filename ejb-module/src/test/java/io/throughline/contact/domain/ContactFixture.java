package io.throughline.contact.domain;

import io.throughline.identity.domain.Channel;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import java.time.Instant;

/** Contacts in every state, each brought there by real verbs. */
final class ContactFixture {

    static final Deed DEED = new Deed("PER-000001", Instant.parse("2026-03-02T09:00:00Z"), "because");
    static final RecordNumber INCIDENT = RecordKind.INCIDENT.number(7);

    private ContactFixture() {}

    static UserContact received() {
        Caller caller = new Caller(null, "Ann Caller", null, "+31 20 1234567", Channel.PHONE, "ORG-000001");
        return new UserContact(
                RecordKind.USER_CONTACT.number(1), caller, "SVC-000001", "I can't place an order", null, DEED);
    }

    static UserContact in(ContactState state) {
        UserContact contact = received();
        switch (state) {
            case RECEIVED -> {}
            case ASSESSED -> assess(contact, true);
            case ROUTED -> route(contact);
            case FULFILLED -> fulfil(contact);
            case REJECTED -> contact.reject(DEED);
            case CLOSED -> {
                fulfil(contact);
                contact.close(DEED);
            }
        }
        return contact;
    }

    static void assess(UserContact contact, boolean complete) {
        contact.assess(new Assessment("shop", Priority.HIGH, complete), DEED);
    }

    private static void route(UserContact contact) {
        assess(contact, true);
        contact.route(INCIDENT, DEED);
    }

    private static void fulfil(UserContact contact) {
        assess(contact, true);
        contact.fulfil("Press F5", DEED);
    }

    static void perform(UserContact contact, ContactVerb verb) {
        switch (verb) {
            case RECEIVE -> throw new IllegalArgumentException("a contact is received once");
            case ASSESS -> assess(contact, true);
            case ROUTE -> contact.route(INCIDENT, DEED);
            case FULFIL -> contact.fulfil("Press F5", DEED);
            case REJECT -> contact.reject(DEED);
            case UNLINK -> contact.unlink(DEED);
            case DOUBT -> contact.doubt(DEED);
            case CLOSE -> contact.close(DEED);
            case CLOSE_WITH_INCIDENT -> contact.closeWithIncident(DEED);
        }
    }
}
