package io.throughline.incident.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.identity.service.PersonService;
import io.throughline.incident.domain.Incident;
import io.throughline.incident.domain.IncidentRepository;
import io.throughline.incident.domain.IncidentSelection;
import io.throughline.incident.domain.IncidentState;
import io.throughline.incident.domain.Origin;
import io.throughline.incident.domain.PriorityPolicy;
import io.throughline.incident.domain.Visibility;
import io.throughline.incident.service.group.KnownGroups;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.notice.Notice;
import io.throughline.kernel.service.Commands;
import io.throughline.kernel.thread.Threads;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.Map;

/** The desk's part of an incident: log, classify, help, hand on, keep in view. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class IncidentService {

    private static final PriorityPolicy PRIORITIES = new PriorityPolicy();

    @Inject
    IncidentRepository incidents;

    @Inject
    IncidentFile file;

    @Inject
    PersonService people;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    KnownGroups groups;

    @Inject
    Commands commands;

    @Inject
    Threads threads;

    /** Logs an incident that nobody called about. */
    public IncidentView log(IncidentCommands.Log command) {
        authority.require(Right.INCIDENT_WORK);
        commands.valid(command);
        Origin origin = new Origin(
                command.title(),
                command.symptom(),
                numberOf(RecordKind.SERVICE, "service", command.service()),
                numberOf(RecordKind.ORGANISATION, "organisation", command.organisation()),
                null);
        Incident incident = create(incidents.nextNumber(), origin, Right.INCIDENT_WORK);
        threads.begin(incident.number());
        return file.whole(incident);
    }

    /** Logs the incident to which a contact was routed, under the number that the contact already holds. */
    public void logFor(RecordNumber contact, RecordNumber number, Origin origin) {
        authority.requireAny(Right.CONTACT_WORK, Right.INCIDENT_WORK);
        create(number, origin, Right.CONTACT_WORK);
        threads.join(number, contact);
    }

    /**
     * For a contact that is to be linked to it.
     *
     * @throws Conflict when it is closed
     */
    public void keepOpen(RecordNumber number) {
        authority.requireAny(Right.CONTACT_WORK, Right.INCIDENT_WORK);
        Incident incident = incidents.lock(number);
        if (!IncidentState.OPEN.contains(incident.state())) {
            throw new Conflict(
                    "incident-closed",
                    number + " is closed; log a new incident instead.",
                    Map.of(
                            "record",
                            number.toString(),
                            "state",
                            incident.state().name()));
        }
    }

    public IncidentView classify(RecordNumber number, long version, IncidentCommands.Classify command) {
        authority.require(Right.INCIDENT_WORK);
        commands.valid(command);
        return file.change(
                incidents.require(number, version),
                entry("classify", Right.INCIDENT_WORK, Activity.PROVIDE_INITIAL_SUPPORT),
                (incident, deed) ->
                        incident.classify(command.category(), command.impact(), command.urgency(), PRIORITIES, deed));
    }

    /** Notes what was tried with the caller and whether it helped. */
    public IncidentView support(RecordNumber number, long version, IncidentCommands.Support command) {
        authority.require(Right.INCIDENT_WORK);
        commands.valid(command);
        return file.change(
                incidents.require(number, version),
                entry("support", Right.INCIDENT_WORK, Activity.PROVIDE_INITIAL_SUPPORT),
                (incident, deed) -> incident.support(command.text(), command.helped(), deed));
    }

    public IncidentView escalate(RecordNumber number, long version, IncidentCommands.Escalate command) {
        authority.requireAny(Right.INCIDENT_WORK, Right.INCIDENT_MANAGE);
        commands.valid(command);
        groups.require(command.group());
        return file.change(
                incidents.require(number, version),
                entry("escalate", Right.INCIDENT_WORK, Activity.PROVIDE_INITIAL_SUPPORT)
                        .because(command.reason()),
                (incident, deed) -> incident.escalate(command.kind(), command.group(), deed));
    }

    public IncidentView assign(RecordNumber number, long version, IncidentCommands.Assign command) {
        authority.requireAny(Right.INCIDENT_WORK, Right.INCIDENT_MANAGE);
        commands.valid(command);
        if (command.group() == null && command.person() == null) {
            throw Invalid.field("group", "or person must be given");
        }
        if (command.group() != null) {
            groups.require(command.group());
        }
        String person = numberOf(RecordKind.PERSON, "person", command.person());
        if (person != null && !people.get(RecordNumber.parse(person)).active()) {
            throw Invalid.field("person", "must be somebody who still works here");
        }
        Incident incident = incidents.require(number, version);
        String group = command.group() == null ? incident.responsibility().group() : command.group();
        return file.change(
                incident,
                entry("assign", Right.INCIDENT_WORK, Activity.OWN_MONITOR_TRACK_COMMUNICATE),
                (held, deed) -> held.assign(group, person, deed));
    }

    public IncidentView hold(RecordNumber number, long version, IncidentCommands.Reason command) {
        authority.require(Right.INCIDENT_WORK);
        commands.valid(command);
        return file.change(
                incidents.require(number, version),
                entry("hold", Right.INCIDENT_WORK, Activity.OWN_MONITOR_TRACK_COMMUNICATE)
                        .because(command.reason()),
                Incident::hold);
    }

    public IncidentView resume(RecordNumber number, long version) {
        authority.require(Right.INCIDENT_WORK);
        return file.change(
                incidents.require(number, version),
                entry("resume", Right.INCIDENT_WORK, Activity.OWN_MONITOR_TRACK_COMMUNICATE),
                Incident::resume);
    }

    /** Writes a note; one that is meant for callers is told to each of them. */
    public IncidentView note(RecordNumber number, long version, IncidentCommands.Note command) {
        authority.require(Right.INCIDENT_WORK);
        commands.valid(command);
        Incident incident = incidents.require(number, version);
        IncidentView view = file.change(
                incident,
                entry("note", Right.INCIDENT_WORK, Activity.OWN_MONITOR_TRACK_COMMUNICATE),
                (noted, deed) -> noted.note(command.text(), command.visibility(), deed));
        if (command.visibility() == Visibility.CALLER) {
            String occasion = "note " + incident.notes().size();
            file.tellCallers(incident, occasion, "incident-note", Map.of("note", command.text()), Notice.Says.NEWS);
        }
        return view;
    }

    public IncidentView declareMajor(RecordNumber number, long version, IncidentCommands.Reason command) {
        authority.require(Right.INCIDENT_MANAGE);
        commands.valid(command);
        return file.change(
                incidents.require(number, version),
                entry("declareMajor", Right.INCIDENT_MANAGE, Activity.OWN_MONITOR_TRACK_COMMUNICATE)
                        .because(command.reason()),
                Incident::declareMajor);
    }

    public IncidentView get(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        return file.whole(incidents.require(number));
    }

    public Page<IncidentView> page(IncidentSelection selection, Long before, int size) {
        authority.require(Right.RECORD_READ);
        return incidents.page(selection, before, size).map(IncidentView::from);
    }

    private Incident create(RecordNumber number, Origin origin, Right right) {
        return trail.create(entry("log", right, Activity.ROUTE_CONTACT), deed -> new Incident(number, origin, deed));
    }

    static AuditEntry entry(String action, Right right, Activity activity) {
        return AuditEntry.of("incident." + action).by(right).performing(activity);
    }

    private static String numberOf(RecordKind kind, String field, String text) {
        return text == null ? null : RecordNumber.parse(kind, field, text).toString();
    }
}
