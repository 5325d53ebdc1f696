package io.throughline.batch.engine;

import io.throughline.kernel.service.Acting;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.Batchlet;
import jakarta.inject.Inject;

/**
 * A batchlet that works on an account: as a part of the machine, on behalf of the person who asked for the job, under
 * the job request's number. Its exit text tells what it did.
 */
public abstract class ActingBatchlet implements Batchlet {

    @Inject
    @BatchProperty
    private String request;

    @Inject
    @BatchProperty
    private String onBehalfOf;

    private volatile boolean stopping;

    @Override
    public final String process() throws Exception {
        return Acting.as(account(), this::work);
    }

    /** Asks the work to end at its next safe point. */
    @Override
    public void stop() {
        stopping = true;
    }

    protected final boolean stopping() {
        return stopping;
    }

    /** On whose account the work runs; threads of its own bind it too. */
    protected final Acting.Account account() {
        String person = onBehalfOf == null || onBehalfOf.isBlank() ? null : onBehalfOf;
        return Acting.Account.machine(part(), person, request);
    }

    /** Number of the job request. */
    protected final String request() {
        return request;
    }

    /** The part of the machine that does this, as audit records name it. */
    protected abstract String part();

    /**
     * @return what was done, in a few words
     */
    protected abstract String work() throws Exception;
}
