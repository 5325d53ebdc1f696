package io.throughline.kernel.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Lets every repository inject the transaction's entity manager. */
@Dependent
public class EntityManagerProducer {

    @Produces
    @PersistenceContext(unitName = "throughline")
    EntityManager entityManager;
}
