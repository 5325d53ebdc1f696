package io.throughline.kernel.persistence;

import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.StateChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** Reads the life of a record: every step from state to state. */
@ApplicationScoped
public class History {

    @Inject
    EntityManager entities;

    /** One step, as views show it. */
    public record Step(String verb, String from, String to, String actor, Instant at, String reason) {}

    public List<Step> of(RecordNumber record) {
        return entities.createQuery(
                        "SELECT s FROM StateChange s WHERE s.record = :record ORDER BY s.id", StateChange.class)
                .setParameter("record", record.toString())
                .getResultStream()
                .map(s -> new Step(s.verb(), s.from(), s.to(), s.actor(), s.at(), s.reason()))
                .toList();
    }
}
