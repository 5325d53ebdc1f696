package io.throughline.change.domain;

import io.throughline.change.domain.authorization.Authorization;
import io.throughline.change.domain.authorization.AuthorizedServer;
import io.throughline.change.domain.authorization.ServerResult;
import io.throughline.kernel.domain.refusal.Invalid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an outcome that people tell by hand means for the servers: only those that were authorized can be as the change
 * wants them, and none is when it was backed out.
 */
public final class OutcomePolicy {

    private static final int MOST_NAMED = 20;

    private OutcomePolicy() {}

    /**
     * @param named numbers of the servers that are as the change wants them; null for all when it is implemented, else
     *     for none
     * @return results by number of the server; servers that are not in it keep what is known of them
     * @throws Invalid naming each server that the outcome cannot be about
     */
    public static Map<String, ServerResult> results(ChangeRequest change, Outcome outcome, List<String> named) {
        ChangeState.transitions().require(change.number(), change.state(), ChangeVerb.RECORD_OUTCOME);
        Authorization signed = change.requireAuthorization();
        if (outcome == Outcome.BACKED_OUT) {
            if (named != null && !named.isEmpty()) {
                throw Invalid.field("servers", "must be empty when the change was backed out");
            }
            return signed.servers().stream()
                    .filter(server -> server.result() == ServerResult.DONE)
                    .collect(Collectors.toMap(AuthorizedServer::server, server -> ServerResult.BACKED_OUT));
        }
        Set<String> authorized = new TreeSet<>(signed.serverNumbers());
        Map<String, ServerResult> results = new HashMap<>();
        if (named != null) {
            requireAll(authorized, named);
            named.forEach(server -> results.put(server, ServerResult.DONE));
        } else if (outcome == Outcome.IMPLEMENTED) {
            authorized.forEach(server -> results.put(server, ServerResult.DONE));
        }
        return Collections.unmodifiableMap(results);
    }

    private static void requireAll(Set<String> authorized, List<String> named) {
        List<Invalid.FieldError> errors = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            if (!authorized.contains(named.get(i))) {
                errors.add(new Invalid.FieldError("servers[" + i + "]", "must be authorized; " + allowed(authorized)));
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    private static String allowed(Set<String> authorized) {
        if (authorized.isEmpty()) {
            return "no server is";
        }
        String first = authorized.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = authorized.size() - MOST_NAMED;
        return "these are: " + first + (more > 0 ? " and " + more + " more" : "");
    }
}
