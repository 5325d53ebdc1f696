package io.throughline.incident.service;

import io.throughline.incident.domain.ChangeEvidence;
import io.throughline.incident.domain.Incident;
import io.throughline.incident.domain.SettlementPolicy;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Gathers what speaks for or against counting an incident as settled. */
@ApplicationScoped
public class SettlementEvidence {

    @Inject
    Instance<ChangeEvidence> changes;

    public SettlementPolicy.Evidence of(Incident incident) {
        String change = incident.change();
        return new SettlementPolicy.Evidence(
                false, change == null ? null : changes.get().of(RecordNumber.parse(change)));
    }
}
