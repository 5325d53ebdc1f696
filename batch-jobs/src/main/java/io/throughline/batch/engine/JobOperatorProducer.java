package io.throughline.batch.engine;

import jakarta.batch.operations.JobOperator;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** {@code @Inject JobOperator} gives the operator of our engine. */
@ApplicationScoped
public class JobOperatorProducer {

    @EJB
    private BatchEngine engine;

    @Produces
    @Dependent
    public JobOperator jobOperator() {
        return engine.operator();
    }
}
