package io.throughline.kernel.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/**
 * What the current transaction holds in memory. Each flush compares all of it, so that an action on thousands of records
 * lets go of what is written, part by part.
 */
@ApplicationScoped
public class WorkingSet {

    @Inject
    EntityManager entities;

    /** Writes what has changed and forgets it; records that somebody still holds take no further part in the transaction. */
    public void writeAndForget() {
        entities.flush();
        entities.clear();
    }
}
