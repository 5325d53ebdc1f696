package io.throughline.deployment.domain;

/** Has a deployment carried out; the batch engine does. */
public interface RolloutStarter {

    /**
     * Asks for it in the caller's transaction: nothing starts when that rolls back.
     *
     * @return number of the job; of the one at work when there is one
     */
    String start(String deployment);
}
