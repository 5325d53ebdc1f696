package io.throughline.kernel.persistence;

import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.StateChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the life of a record: every step from state to state. */
@ApplicationScoped
public class History {

    @Inject
    EntityManager entities;

    /** One step, as views show it. */
    public record Step(String verb, String from, String to, String actor, Instant at, String reason) {}

    public List<Step> of(RecordNumber record) {
        return steps(record, "ASC", Integer.MAX_VALUE).map(History::step).toList();
    }

    /** The last steps of a record that lives long, the oldest of them first. */
    public List<Step> lately(RecordNumber record, int most) {
        List<Step> steps =
                steps(record, "DESC", most).map(History::step).collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(steps);
        return steps;
    }

    private Stream<StateChange> steps(RecordNumber record, String order, int most) {
        return entities.createQuery(
                        "SELECT s FROM StateChange s WHERE s.record = :record ORDER BY s.id " + order,
                        StateChange.class)
                .setParameter("record", record.toString())
                .setMaxResults(most)
                .getResultStream();
    }

    private static Step step(StateChange s) {
        return new Step(s.verb(), s.from(), s.to(), s.actor(), s.at(), s.reason());
    }
}
