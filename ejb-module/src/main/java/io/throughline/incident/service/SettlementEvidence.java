package io.throughline.incident.service;

import io.throughline.incident.domain.ChangeEvidence;
import io.throughline.incident.domain.Incident;
import io.throughline.incident.domain.SettlementPolicy;
import io.throughline.incident.service.symptom.ServiceDoors;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gathers what speaks for or against counting an incident as settled. */
@ApplicationScoped
public class SettlementEvidence {

    @Inject
    ServiceDoors doors;

    @Inject
    ChangeEvidence changes;

    public SettlementPolicy.Evidence of(Incident incident) {
        String change = incident.change();
        boolean hasFrontDoor = doors.of(incident.origin().service()).isPresent();
        return new SettlementPolicy.Evidence(
                hasFrontDoor, change == null ? null : changes.of(RecordNumber.parse(change)));
    }
}
