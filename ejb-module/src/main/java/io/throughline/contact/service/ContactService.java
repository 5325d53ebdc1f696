package io.throughline.contact.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.contact.domain.Assessment;
import io.throughline.contact.domain.Caller;
import io.throughline.contact.domain.ContactRepository;
import io.throughline.contact.domain.ContactState;
import io.throughline.contact.domain.UserContact;
import io.throughline.contact.domain.event.ContactDoubted;
import io.throughline.contact.domain.event.ContactRouted;
import io.throughline.contact.domain.event.RoutingWanted;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.identity.service.PersonService;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.notice.Notice;
import io.throughline.kernel.persistence.History;
import io.throughline.kernel.persistence.RecordNumbers;
import io.throughline.kernel.service.Commands;
import io.throughline.kernel.thread.Threads;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The desk: takes contacts, judges them and settles each, and sees to it that the caller hears how it ended. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class ContactService {

    @Inject
    ContactRepository contacts;

    @Inject
    PersonService people;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    Commands commands;

    @Inject
    RecordNumbers numbers;

    @Inject
    Threads threads;

    @Inject
    History history;

    @Inject
    Event<RoutingWanted> wanted;

    @Inject
    Event<ContactRouted> routed;

    @Inject
    Event<ContactDoubted> doubted;

    @Inject
    Event<Notice> notices;

    /** Takes a contact and, as far as the command goes, assesses and routes it in the same transaction. */
    public ContactView receive(ContactCommands.Receive command) {
        authority.require(Right.CONTACT_WORK);
        commands.valid(command);
        if (command.routing() != null && command.assessment() == null) {
            throw Invalid.field("assessment", "must be given when the contact is routed at once");
        }
        keepOpen(command.routing());
        Caller caller = caller(command);
        UserContact contact = trail.create(
                entry("receive", Activity.RECEIVE_CONTACT),
                deed -> new UserContact(
                        contacts.nextNumber(),
                        caller,
                        numberOf(RecordKind.SERVICE, "service", command.service()),
                        command.words(),
                        command.requestId(),
                        deed));
        threads.begin(contact.number());
        if (command.assessment() != null) {
            assess(contact, command.assessment());
        }
        if (command.routing() != null) {
            route(contact, command.routing());
        }
        return whole(contact);
    }

    public ContactView assess(RecordNumber number, long version, ContactCommands.Assess command) {
        authority.require(Right.CONTACT_WORK);
        commands.valid(command);
        return whole(assess(contacts.require(number, version), command));
    }

    public ContactView route(RecordNumber number, long version, ContactCommands.Route command) {
        authority.require(Right.CONTACT_WORK);
        commands.valid(command);
        keepOpen(command);
        return whole(route(contacts.require(number, version), command));
    }

    /** Takes the contact from its incident again, because it does not belong there. */
    public ContactView unlink(RecordNumber number, long version, ContactCommands.Reason command) {
        authority.require(Right.CONTACT_WORK);
        commands.valid(command);
        UserContact contact = contacts.require(number, version);
        change(contact, "unlink", command.reason(), UserContact::unlink);
        threads.begin(number);
        return whole(contact);
    }

    public ContactView reject(RecordNumber number, long version, ContactCommands.Reason command) {
        authority.require(Right.CONTACT_WORK);
        commands.valid(command);
        UserContact contact = contacts.require(number, version);
        change(contact, "reject", command.reason(), UserContact::reject);
        tell(contact, "rejected", "reason", command.reason());
        return whole(contact);
    }

    public ContactView fulfil(RecordNumber number, long version, ContactCommands.Answer command) {
        authority.require(Right.CONTACT_WORK);
        commands.valid(command);
        UserContact contact = contacts.require(number, version);
        change(contact, "fulfil", null, (c, deed) -> c.fulfil(command.answer(), deed));
        tell(contact, "fulfilled", "answer", command.answer());
        return whole(contact);
    }

    public ContactView close(RecordNumber number, long version) {
        authority.require(Right.CONTACT_WORK);
        UserContact contact = contacts.require(number, version);
        change(contact, "close", null, UserContact::close);
        return whole(contact);
    }

    /** The caller says that it is not settled: its incident hears of it. */
    public ContactView doubt(RecordNumber number, long version, ContactCommands.Reason command) {
        authority.require(Right.CONTACT_WORK);
        commands.valid(command);
        return whole(doubt(contacts.require(number, version), command.reason()));
    }

    /** As {@link #doubt(RecordNumber, long, ContactCommands.Reason)}, said when the desk called back. */
    public void doubtAtCallBack(RecordNumber number, String reason) {
        authority.require(Right.CONTACT_WORK);
        doubt(contacts.require(number), reason);
    }

    /** Closes every contact of an incident that was closed. */
    public void closeWithIncident(RecordNumber incident) {
        authority.requireAny(Right.INCIDENT_WORK, Right.CONTACT_WORK);
        contacts.linkedTo(incident.toString()).stream()
                .filter(contact -> contact.state() == ContactState.ROUTED)
                .forEach(contact ->
                        trail.change(contact, AuditEntry.of("contact.closeWithIncident"), contact::closeWithIncident));
    }

    public ContactView get(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        return whole(contacts.require(number));
    }

    public Page<ContactView> page(ContactState state, String incident, Long before, int size) {
        authority.require(Right.RECORD_READ);
        return contacts.page(state, incident, before, size).map(ContactView::from);
    }

    /** All contacts that are routed to this incident now. */
    public List<ContactView> linkedTo(RecordNumber incident) {
        authority.require(Right.RECORD_READ);
        return contacts.linkedTo(incident.toString()).stream()
                .map(ContactView::from)
                .toList();
    }

    private UserContact assess(UserContact contact, ContactCommands.Assess command) {
        boolean complete = !Boolean.FALSE.equals(command.complete());
        Assessment judged = new Assessment(command.category(), command.priority(), complete);
        return trail.change(contact, entry("assess", Activity.RECEIVE_CONTACT), deed -> contact.assess(judged, deed));
    }

    /** Before anything is written: who closes the incident at this moment waits for the contact, or the contact is refused. */
    private void keepOpen(ContactCommands.Route command) {
        if (command != null && command.incident() != null) {
            wanted.fire(new RoutingWanted(RecordNumber.parse(RecordKind.INCIDENT, "incident", command.incident())));
        }
    }

    private UserContact route(UserContact contact, ContactCommands.Route command) {
        boolean isNew = command.incident() == null;
        RecordNumber incident = isNew
                ? numbers.next(RecordKind.INCIDENT)
                : RecordNumber.parse(RecordKind.INCIDENT, "incident", command.incident());
        trail.change(contact, entry("route", Activity.ROUTE_CONTACT), deed -> contact.route(incident, deed));
        String named = numberOf(RecordKind.SERVICE, "service", command.service());
        routed.fire(new ContactRouted(
                contact.number(),
                incident,
                isNew,
                command.title() == null ? beginning(contact.words()) : command.title(),
                named == null ? contact.service() : named,
                command.symptom() == null ? contact.words() : command.symptom(),
                contact.caller().organisation(),
                contact.assessment().priority()));
        return contact;
    }

    private UserContact doubt(UserContact contact, String reason) {
        String incident = contact.incident();
        trail.change(
                contact, entry("doubt", Activity.OWN_MONITOR_TRACK_COMMUNICATE).because(reason), contact::doubt);
        if (incident != null) {
            doubted.fire(new ContactDoubted(contact.number(), RecordNumber.parse(incident), reason));
        }
        return contact;
    }

    private void change(UserContact contact, String action, String reason, BiConsumer<UserContact, Deed> verb) {
        trail.change(
                contact, entry(action, Activity.ROUTE_CONTACT).because(reason), deed -> verb.accept(contact, deed));
    }

    private void tell(UserContact contact, String what, String variable, String text) {
        notices.fire(new Notice(
                "%s %s %d".formatted(contact.number(), what, contact.version()),
                contact.number(),
                "contact-" + what,
                contact.caller().recipient(),
                Map.of("words", contact.words(), variable, text)));
    }

    private Caller caller(ContactCommands.Receive command) {
        String organisation = numberOf(RecordKind.ORGANISATION, "organisation", command.organisation());
        if (command.caller() == null) {
            return new Caller(
                    null, command.callerName(), command.email(), command.phone(), command.channel(), organisation);
        }
        PersonView person = people.get(RecordNumber.parse(RecordKind.PERSON, "caller", command.caller()));
        return new Caller(
                person.number(),
                person.fullName(),
                person.email(),
                person.phone(),
                person.channel(),
                organisation == null ? person.organisation() : organisation);
    }

    private ContactView whole(UserContact contact) {
        String number = contact.number().toString();
        return ContactView.of(
                contact, history.of(contact.number()), threads.threadOf(number).orElse(null));
    }

    private static AuditEntry entry(String action, Activity activity) {
        return AuditEntry.of("contact." + action).by(Right.CONTACT_WORK).performing(activity);
    }

    private static String numberOf(RecordKind kind, String field, String text) {
        return text == null ? null : RecordNumber.parse(kind, field, text).toString();
    }

    private static String beginning(String words) {
        String line = words.lines().findFirst().orElse(words).strip();
        return line.length() <= 80 ? line : line.substring(0, 79) + "…";
    }
}
