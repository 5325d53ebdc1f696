package io.throughline.change.service;

import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.ChangeState;
import io.throughline.change.domain.Outcome;
import io.throughline.change.domain.authorization.AuthorizedServer;
import java.time.Instant;
import java.util.List;

/**
 * How a change went.
 *
 * @param implemented whether it was implemented, wholly or but for servers that were excluded or left
 * @param backedOut whether everything it did was taken back
 * @param implementedAt when its implementation ended; null until then
 * @param openServers servers inside the envelope on which something is left to be done
 */
public record ChangeOutcome(
        String number,
        boolean closed,
        boolean implemented,
        boolean backedOut,
        Instant implementedAt,
        List<String> openServers) {

    static ChangeOutcome from(ChangeRequest change) {
        Outcome outcome = change.implementation().outcome();
        List<String> open = change.authorization().stream()
                .flatMap(signed -> signed.servers().stream())
                .filter(server -> !server.result().settled())
                .map(AuthorizedServer::server)
                .toList();
        boolean implemented =
                outcome == Outcome.IMPLEMENTED || outcome == Outcome.PARTIALLY_IMPLEMENTED && open.isEmpty();
        return new ChangeOutcome(
                change.number().toString(),
                change.state() == ChangeState.CLOSED,
                implemented,
                outcome == Outcome.BACKED_OUT,
                change.implementation().endedAt(),
                open);
    }
}
