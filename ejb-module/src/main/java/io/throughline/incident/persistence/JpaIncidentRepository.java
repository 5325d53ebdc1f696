package io.throughline.incident.persistence;

import io.throughline.incident.domain.Incident;
import io.throughline.incident.domain.IncidentRepository;
import io.throughline.incident.domain.IncidentSelection;
import io.throughline.incident.domain.IncidentState;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.persistence.Filter;
import io.throughline.kernel.persistence.JpaRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

@ApplicationScoped
class JpaIncidentRepository extends JpaRepository<Incident> implements IncidentRepository {

    private static final String WAITING_FOR_A_MEMBER =
            "r.responsibility.assignee IS NULL AND r.state IN :queued AND r.responsibility.team IN"
                    + " (SELECT g.name FROM SupportGroup g WHERE :member MEMBER OF g.members)";

    JpaIncidentRepository() {
        super(Incident.class, RecordKind.INCIDENT);
    }

    @Override
    public Incident lock(RecordNumber number) {
        Incident incident = require(number);
        entities.refresh(incident, LockModeType.PESSIMISTIC_WRITE);
        return incident;
    }

    @Override
    public Page<Incident> page(IncidentSelection selection, Long before, int size) {
        Filter filter = new Filter()
                .equal("state", selection.state())
                .equal("responsibility.team", selection.group())
                .equal("responsibility.assignee", selection.assignee())
                .equal("origin.service", selection.service())
                .equal("change", selection.change());
        if (selection.queueOf() != null) {
            filter.where(WAITING_FOR_A_MEMBER)
                    .with("member", selection.queueOf())
                    .with("queued", IncidentState.QUEUED);
        }
        return page(filter.condition(), filter.values(), before, size);
    }

    @Override
    public Set<String> sufferingServices() {
        return servicesIn(IncidentState.OPEN);
    }

    @Override
    public Set<String> recoveringServices() {
        return servicesIn(Set.of(IncidentState.RESOLUTION_PLANNED));
    }

    @Override
    public List<Incident> awaitingRestoration(String service) {
        return list(
                "r.origin.service = :service AND r.state = :state AND r.times.serviceRestored IS NULL",
                Map.of("service", service, "state", IncidentState.RESOLUTION_PLANNED));
    }

    private Set<String> servicesIn(Set<IncidentState> states) {
        return new TreeSet<>(entities.createQuery(
                        "SELECT DISTINCT i.origin.service FROM Incident i"
                                + " WHERE i.state IN :states AND i.origin.service IS NOT NULL",
                        String.class)
                .setParameter("states", states)
                .getResultList());
    }
}
