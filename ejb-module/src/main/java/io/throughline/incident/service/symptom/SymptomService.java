package io.throughline.incident.service.symptom;

import io.throughline.audit.service.RefusalRecorder;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.incident.domain.symptom.FrontDoorProbe;
import io.throughline.incident.service.IncidentView;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.service.Acting;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;

/** Checks an incident's own symptom at its service's front door, with no transaction open while it asks. */
@Stateless
@Interceptors(RefusalRecorder.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SymptomService {

    @Inject
    SymptomEvidence evidence;

    @Inject
    FrontDoorProbe probe;

    @Inject
    Authority authority;

    public IncidentView check(RecordNumber number, long version) {
        String person = authority.require(Right.INCIDENT_WORK);
        FrontDoorProbe.Door door = evidence.doorFor(number, version);
        FrontDoorProbe.Reading reading = probe.read(door);
        Acting.Account asked = Acting.required();
        Acting.Account machine = new Acting.Account(
                "machine:front-door", person, asked.requestId(), asked.sourceAddress(), asked.repeatable());
        try {
            return Acting.as(machine, () -> evidence.record(number, door, reading, Activity.CLOSE_INCIDENT));
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception unexpected) {
            throw new EJBException(unexpected);
        }
    }
}
