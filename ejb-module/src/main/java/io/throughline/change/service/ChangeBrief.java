package io.throughline.change.service;

import io.throughline.change.domain.ChangePriority;
import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.ChangeState;
import io.throughline.change.domain.ChangeType;
import io.throughline.change.domain.Proposal;
import io.throughline.change.domain.authorization.Authorization;
import java.time.Instant;
import java.util.Set;

/**
 * What other processes need to know of a change.
 *
 * @param servers of the newest authorization's envelope; empty before the first
 * @param windowFrom null before the first authorization
 * @param windowTo null before the first authorization
 */
public record ChangeBrief(
        String number,
        String title,
        ChangeState state,
        ChangeType type,
        ChangePriority priority,
        boolean emergency,
        String service,
        String product,
        String version,
        String incident,
        String requester,
        String owner,
        Set<String> servers,
        Instant windowFrom,
        Instant windowTo) {

    static ChangeBrief from(ChangeRequest change) {
        Proposal.Fields asked = change.proposal().fields();
        Authorization signed = change.authorization().orElse(null);
        return new ChangeBrief(
                change.number().toString(),
                asked.title(),
                change.state(),
                asked.type(),
                change.priority(),
                asked.type() == ChangeType.EMERGENCY,
                asked.service(),
                asked.product(),
                asked.productVersion(),
                asked.incident(),
                change.requester(),
                change.owner(),
                signed == null ? Set.of() : signed.serverNumbers(),
                signed == null ? null : signed.window().from(),
                signed == null ? null : signed.window().to());
    }
}
