package io.throughline.batch.engine;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;

/**
 * Keeps the beans of Payara's own batch engine out of the application. Both engines produce {@code JobContext} and
 * {@code @BatchProperty} values; with two producers every injection point would be ambiguous (WELD-001409).
 */
public class PayaraBatchVeto implements Extension {

    private static final String PAYARA_ENGINE = "com.ibm.jbatch";

    <T> void veto(@Observes ProcessAnnotatedType<T> type) {
        if (type.getAnnotatedType().getJavaClass().getName().startsWith(PAYARA_ENGINE)) {
            type.veto();
        }
    }
}
