package io.throughline.incident.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.contact.service.ContactService;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.incident.domain.Diagnosis;
import io.throughline.incident.domain.Incident;
import io.throughline.incident.domain.IncidentRepository;
import io.throughline.incident.domain.IncidentState;
import io.throughline.incident.domain.IncidentVerb;
import io.throughline.incident.domain.SettlementPolicy;
import io.throughline.incident.domain.Visibility;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.notice.Notice;
import io.throughline.kernel.service.Commands;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** From diagnosis to the caller who was told: what brings an incident to its end. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class ResolutionService {

    @Inject
    IncidentRepository incidents;

    @Inject
    IncidentFile file;

    @Inject
    SettlementEvidence evidence;

    @Inject
    ContactService contacts;

    @Inject
    Authority authority;

    @Inject
    Commands commands;

    public IncidentView startDiagnosis(RecordNumber number, long version) {
        authority.require(Right.INCIDENT_DIAGNOSE);
        return file.change(
                incidents.require(number, version),
                entry("startDiagnosis", Right.INCIDENT_DIAGNOSE, Activity.INVESTIGATE_AND_DIAGNOSE),
                Incident::startDiagnosis);
    }

    public IncidentView concludeDiagnosis(RecordNumber number, long version, IncidentCommands.Diagnose command) {
        authority.require(Right.INCIDENT_DIAGNOSE);
        commands.valid(command);
        Diagnosis diagnosis =
                new Diagnosis(command.finding(), command.cause(), command.wantedProduct(), command.wantedVersion());
        List<String> servers = servers(command.affectedServers());
        return file.change(
                incidents.require(number, version),
                entry("concludeDiagnosis", Right.INCIDENT_DIAGNOSE, Activity.INVESTIGATE_AND_DIAGNOSE),
                (incident, deed) -> incident.concludeDiagnosis(diagnosis, servers, deed));
    }

    /** In answer to a change that was raised from this incident. */
    public IncidentView planResolution(RecordNumber number, RecordNumber change) {
        authority.require(Right.CHANGE_REQUEST);
        return file.change(
                incidents.require(number),
                entry("planResolution", Right.CHANGE_REQUEST, Activity.RESOLVE_AND_RECOVER),
                (incident, deed) -> incident.planResolution(change, deed));
    }

    /** In answer to the change being carried out; an incident that is not waiting for that stays as it is. */
    public void beginRecovery(RecordNumber number) {
        authority.requireAny(Right.DEPLOYMENT_RUN, Right.CHANGE_COORDINATE);
        Incident incident = incidents.require(number);
        boolean waits = incident.state() == IncidentState.RESOLUTION_PLANNED
                && incident.times().recoveryStarted() == null;
        if (waits) {
            file.change(incident, AuditEntry.of("incident.beginRecovery"), Incident::beginRecovery);
        }
    }

    /** In answer to installs that failed: a note for those who work on it. A closed incident stays as it is. */
    public void installsFailed(RecordNumber number, String text) {
        authority.requireMachine();
        Incident incident = incidents.require(number);
        if (IncidentState.table().allows(incident.state(), IncidentVerb.NOTE)) {
            file.change(
                    incident,
                    AuditEntry.of("incident.installsFailed"),
                    (noted, deed) -> noted.note(text, Visibility.INTERNAL, deed));
        }
    }

    /** In answer to a change that came to nothing; an incident that is not waiting for that stays as it is. */
    public void changeFailed(RecordNumber number, String reason) {
        authority.requireAny(
                Right.CHANGE_MANAGE, Right.CHANGE_AUTHORIZE, Right.CHANGE_COORDINATE, Right.CHANGE_REQUEST);
        Incident incident = incidents.require(number);
        if (incident.state() == IncidentState.RESOLUTION_PLANNED) {
            file.change(incident, AuditEntry.of("incident.failResolution").because(reason), Incident::failResolution);
        }
    }

    /** The planned resolution did not work: diagnosis may start again. */
    public IncidentView failResolution(RecordNumber number, long version, IncidentCommands.Reason command) {
        authority.require(Right.INCIDENT_WORK);
        commands.valid(command);
        return file.change(
                incidents.require(number, version),
                entry("failResolution", Right.INCIDENT_WORK, Activity.RESOLVE_AND_RECOVER)
                        .because(command.reason()),
                Incident::failResolution);
    }

    /**
     * Counts it as resolved and tells every caller.
     *
     * @throws Conflict naming what is missing: the symptom persists, or its change is not done
     */
    public IncidentView resolve(RecordNumber number, long version, IncidentCommands.Resolve command) {
        authority.require(Right.INCIDENT_WORK);
        commands.valid(command);
        Incident incident = incidents.require(number, version);
        SettlementPolicy.Evidence known = evidence.of(incident);
        Activity activity = incident.change() == null ? Activity.RESOLVE_AND_RECOVER : Activity.CLOSE_INCIDENT;
        IncidentView view = file.change(
                incident,
                entry("resolve", Right.INCIDENT_WORK, activity),
                (open, deed) -> open.resolve(command.text(), command.code(), known, deed));
        tellItWorks(incident);
        return view;
    }

    /**
     * Closes it with its contacts. Callers who were linked after it was resolved are told now. Whom the desk has still to
     * call stays on the call-back list and is named by the incident until she was told.
     *
     * @throws Conflict naming what is missing
     */
    public IncidentView close(RecordNumber number, long version, IncidentCommands.Close command) {
        authority.require(Right.INCIDENT_WORK);
        commands.valid(command);
        Incident incident = incidents.require(number, version);
        SettlementPolicy.Evidence known = evidence.of(incident);
        file.change(
                incident,
                entry("close", Right.INCIDENT_WORK, Activity.CLOSE_INCIDENT),
                (resolved, deed) -> resolved.close(
                        command.resolutionCode(), command.causeCode(), command.effortMinutes(), known, deed));
        tellItWorks(incident);
        contacts.closeWithIncident(number);
        return file.whole(incident);
    }

    public IncidentView reopen(RecordNumber number, long version, IncidentCommands.Reason command) {
        authority.require(Right.INCIDENT_WORK);
        commands.valid(command);
        return reopen(incidents.require(number, version), command.reason());
    }

    /** A caller says that it does not work: a resolved incident is open again, an open one notes it. */
    public void doubted(RecordNumber number, RecordNumber contact, String reason) {
        authority.requireAny(Right.CONTACT_WORK, Right.INCIDENT_WORK);
        Incident incident = incidents.require(number);
        String why = contact + ": " + reason;
        if (incident.state() == IncidentState.RESOLVED) {
            reopen(incident, why);
        } else {
            file.change(
                    incident,
                    entry("note", Right.CONTACT_WORK, Activity.OWN_MONITOR_TRACK_COMMUNICATE),
                    (open, deed) -> open.note(why, Visibility.INTERNAL, deed));
        }
    }

    private IncidentView reopen(Incident incident, String reason) {
        return file.change(
                incident,
                entry("reopen", Right.INCIDENT_WORK, Activity.OWN_MONITOR_TRACK_COMMUNICATE)
                        .because(reason),
                Incident::reopen);
    }

    private void tellItWorks(Incident incident) {
        file.tellCallers(
                incident,
                "resolved " + incident.resolution().round(),
                "incident-resolved",
                Map.of("resolution", incident.resolution().text()),
                Notice.Says.ALL);
    }

    private static AuditEntry entry(String action, Right right, Activity activity) {
        return IncidentService.entry(action, right, activity);
    }

    private static List<String> servers(List<String> given) {
        List<Invalid.FieldError> errors = new ArrayList<>();
        TreeSet<String> servers = new TreeSet<>();
        for (int i = 0; given != null && i < given.size(); i++) {
            try {
                servers.add(RecordNumber.parse(RecordKind.SERVER, "affectedServers[" + i + "]", given.get(i))
                        .toString());
            } catch (Invalid wrong) {
                errors.addAll(wrong.errors());
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return List.copyOf(servers);
    }
}
