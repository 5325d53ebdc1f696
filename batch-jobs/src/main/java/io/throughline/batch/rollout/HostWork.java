package io.throughline.batch.rollout;

import io.throughline.deployment.domain.target.Claim;
import io.throughline.deployment.domain.target.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What is done on hosts. */
interface HostWork {

    /** Looks up what is needed to reach the hosts of these claims; called before their intents are stored. */
    void prepare(List<Claim> claims);

    /**
     * Begins the work of a claim whose intent is stored, and returns at once.
     *
     * @return completes always, and normally
     */
    CompletableFuture<Outcome> begin(Claim claim);
}
