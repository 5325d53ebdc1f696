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
        String sequence = kind.name().toLowerCase(Locale.ROOT) + "_seq";
        Object value =
                entities.createNativeQuery(database.nextValueQuery(sequence)).getSingleResult();
        Object scalar = value instanceof Object[] row ? row[0] : value;
        return kind.number(((Number) scalar).longValue());
    }
}
