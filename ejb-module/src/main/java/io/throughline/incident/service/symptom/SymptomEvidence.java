package io.throughline.incident.service.symptom;

import io.throughline.audit.service.AuditEntry;
import io.throughline.identity.service.Authority;
import io.throughline.incident.domain.Incident;
import io.throughline.incident.domain.IncidentRepository;
import io.throughline.incident.domain.IncidentState;
import io.throughline.incident.domain.IncidentVerb;
import io.throughline.incident.domain.symptom.FrontDoorProbe;
import io.throughline.incident.service.IncidentFile;
import io.throughline.incident.service.IncidentView;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The two ends of a symptom check, before and after the front door is asked, each a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SymptomEvidence {

    @Inject
    IncidentRepository incidents;

    @Inject
    IncidentFile file;

    @Inject
    ServiceDoors doors;

    @Inject
    Authority authority;

    /**
     * @throws Conflict when the incident's service has no front door
     */
    public FrontDoorProbe.Door doorFor(RecordNumber number, long version) {
        Incident incident = incidents.require(number, version);
        IncidentState.table().require(number, incident.state(), IncidentVerb.CHECK_SYMPTOM);
        return doors.of(incident.origin().service())
                .orElseThrow(() -> new Conflict(
                        "no-front-door",
                        number + " has no service with a front door; state what you verified when resolving it.",
                        Map.of("record", number.toString())));
    }

    /** The incidents of this service whose resolution is under way and that have not seen it work yet. */
    public List<RecordNumber> awaitingRestoration(String service) {
        authority.requireMachine();
        return incidents.awaitingRestoration(service).stream()
                .map(Incident::number)
                .toList();
    }

    /**
     * Evidence comes from the product alone: nobody writes it by hand.
     *
     * @param activity the activity of the thread for which somebody asked for it, or null
     */
    public IncidentView record(
            RecordNumber number, FrontDoorProbe.Door door, FrontDoorProbe.Reading reading, Activity activity) {
        authority.requireMachine();
        return file.change(
                incidents.require(number),
                AuditEntry.of("incident.checkSymptom").performing(activity),
                (incident, deed) -> incident.checkSymptom(door, reading, deed));
    }
}
