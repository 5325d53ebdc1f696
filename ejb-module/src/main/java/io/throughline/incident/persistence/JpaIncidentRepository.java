package io.throughline.incident.persistence;

import io.throughline.incident.domain.Incident;
import io.throughline.incident.domain.IncidentRepository;
import io.throughline.incident.domain.IncidentState;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.persistence.Filter;
import io.throughline.kernel.persistence.JpaRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;

@ApplicationScoped
class JpaIncidentRepository extends JpaRepository<Incident> implements IncidentRepository {

    JpaIncidentRepository() {
        super(Incident.class, RecordKind.INCIDENT);
    }

    @Override
    public Page<Incident> page(Selection selection, Long before, int size) {
        Filter filter = new Filter()
                .equal("state", selection.state())
                .equal("responsibility.team", selection.group())
                .equal("responsibility.assignee", selection.assignee())
                .equal("origin.service", selection.service())
                .equal("change", selection.change());
        return page(filter.condition(), filter.values(), before, size);
    }

    @Override
    public Set<String> sufferingServices() {
        return new TreeSet<>(entities.createQuery(
                        "SELECT DISTINCT i.origin.service FROM Incident i"
                                + " WHERE i.state <> :closed AND i.origin.service IS NOT NULL",
                        String.class)
                .setParameter("closed", IncidentState.CLOSED)
                .getResultList());
    }
}
