package io.throughline.kernel.persistence;

import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Locale;

/** Hands out record numbers, each from the database sequence of its kind ({@code incident_seq}). */
@ApplicationScoped
public class RecordNumbers {

    @Inject
    EntityManager entities;

    @Inject
    Database database;

    public RecordNumber next(RecordKind kind) {
        return kind.number(next(kind.name().toLowerCase(Locale.ROOT) + "_seq"));
    }

    /** The next value of a sequence that is named in code, never by input. */
    public long next(String sequence) {
        Object value =
                entities.createNativeQuery(database.nextValueQuery(sequence)).getSingleResult();
        Object scalar = value instanceof Object[] row ? row[0] : value;
        return ((Number) scalar).longValue();
    }
}
