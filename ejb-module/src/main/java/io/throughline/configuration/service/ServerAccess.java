package io.throughline.configuration.service;

import io.throughline.configuration.domain.server.ServerRepository;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/**
 * How jobs reach servers. Only for the machine: a job goes on when the person on whose behalf it runs has left, since
 * what allows it is the authorization of its change, not her right to read.
 */
@Stateless
public class ServerAccess {

    @Inject
    ServerRepository servers;

    @Inject
    Authority authority;

    /** Those of these servers that exist. */
    public List<ServerView> servers(Collection<String> numbers) {
        authority.requireMachine();
        return servers
                .all(numbers.stream()
                        .map(number -> RecordNumber.parse(RecordKind.SERVER, "server", number))
                        .toList())
                .stream()
                .map(ServerView::from)
                .toList();
    }

    /** All active servers that provide the service now. */
    public List<ServerView> providing(String service) {
        authority.requireMachine();
        return servers.providing(RecordNumber.parse(RecordKind.SERVICE, "service", service)).stream()
                .map(ServerView::from)
                .toList();
    }

    public List<ServerView> active() {
        authority.requireMachine();
        return servers.active().stream().map(ServerView::from).toList();
    }
}
