package io.throughline.change.service;

import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.authorization.Envelope;
import io.throughline.change.domain.authorization.Window;
import io.throughline.configuration.domain.server.ServerState;
import io.throughline.configuration.service.ServerService;
import io.throughline.configuration.service.ServerView;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which servers a change concerns. */
@ApplicationScoped
public class ChangeScope {

    @Inject
    ServerService servers;

    /** All servers that provide the service and lack this version of the product. */
    List<String> lacking(RecordNumber service, String product, String version) {
        return servers.providing(service).stream()
                .filter(server -> !version.equals(server.versionOf(product).orElse(null)))
                .map(ServerView::number)
                .toList();
    }

    /**
     * @param field of the command that names them
     * @throws Invalid naming those that are unknown or not in use
     */
    List<String> requireActive(String field, Collection<String> numbers) {
        Set<String> unknown = new TreeSet<>(numbers);
        for (ServerView server : all(field, numbers)) {
            if (server.state() == ServerState.ACTIVE) {
                unknown.remove(server.number());
            }
        }
        if (!unknown.isEmpty()) {
            throw Invalid.field(field, "must be servers in use; these are not: " + String.join(", ", unknown));
        }
        return numbers.stream().distinct().sorted().toList();
    }

    /** What an authority would sign now. */
    Envelope envelope(ChangeRequest change, Window window) {
        return envelope(change, null, window);
    }

    /**
     * @param packageSha256 the one package that may be installed, or null
     */
    Envelope envelope(ChangeRequest change, String packageSha256, Window window) {
        return new Envelope(
                change.proposal().fields().product(),
                change.proposal().fields().productVersion(),
                packageSha256,
                window,
                members(change, change.targets()));
    }

    /**
     * @throws Conflict when one of them is marked as one that nobody may touch
     */
    List<Envelope.Member> members(ChangeRequest change, Collection<String> numbers) {
        List<String> active = requireActive("targets", numbers);
        Map<String, String> untouchable = all("targets", active).stream()
                .filter(server -> server.doNotTouch() != null)
                .collect(Collectors.toMap(ServerView::number, ServerView::doNotTouch));
        if (!untouchable.isEmpty()) {
            throw new Conflict(
                    "server-protected",
                    "Nobody may touch these servers: " + untouchable + ".",
                    Map.of("record", change.number().toString(), "servers", untouchable));
        }
        Set<String> providers = providers(change);
        return active.stream()
                .map(server -> new Envelope.Member(server, providers.contains(server)))
                .toList();
    }

    private Set<String> providers(ChangeRequest change) {
        String service = change.proposal().fields().service();
        return service == null
                ? Set.of()
                : servers.providing(RecordNumber.parse(service)).stream()
                        .map(ServerView::number)
                        .collect(Collectors.toSet());
    }

    List<ServerView> all(String field, Collection<String> numbers) {
        return servers.all(numbers.stream()
                .map(number -> RecordNumber.parse(RecordKind.SERVER, field, number))
                .toList());
    }
}
