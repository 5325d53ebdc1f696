package io.throughline.incident.domain;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Repository;
import java.util.List;
import java.util.Set;

/** Where incidents are kept. */
public interface IncidentRepository extends Repository<Incident> {

    /** The incident as it is now; until this transaction ends nobody else changes it. */
    Incident lock(RecordNumber number);

    Page<Incident> page(IncidentSelection selection, Long before, int size);

    /** Numbers of the services that suffer from an incident that is not closed. */
    Set<String> sufferingServices();

    /** Numbers of the services whose recovery is planned or under way. */
    Set<String> recoveringServices();

    /** Incidents of this service whose resolution is planned or under way and that have not seen the service work. */
    List<Incident> awaitingRestoration(String service);
}
