package io.throughline.deployment.domain.target;

import io.throughline.kernel.domain.RecordNumber;
import java.io.Serializable;

/**
 * One server taken in hand by one process, under one token.
 *
 * @param deployment number of the deployment
 * @param position names the target within the deployment
 * @param wave position of its wave
 * @param server number of the server
 * @param token fences this claim: higher than any that the server had before, in this deployment or another. The host
 *     refuses a lower one, the ledger any other
 * @param action what is to be done
 * @param doubt for a VERIFY: what may or may not have happened; else null
 * @param touched whether the server has, or may have, what this deployment installed
 * @param from state before the claim, to which it returns when nothing is sent
 * @param retry whether a person asked to do again what failed before
 * @param before level that the host had before the install, when known: a rollback goes back to it
 * @param owner incarnation of the process
 */
public record Claim(
        String deployment,
        int position,
        int wave,
        String server,
        long token,
        TargetAction action,
        TargetAction doubt,
        boolean touched,
        TargetState from,
        boolean retry,
        String before,
        String owner)
        implements Serializable {

    /** The deployment as the ledger's rows name it. */
    public long deploymentId() {
        return RecordNumber.parse(deployment).sequence();
    }
}
