package io.throughline.batch.configurationaudit;

import io.throughline.batch.connector.HostTarget;
import io.throughline.batch.connector.runner.HostRunner;
import io.throughline.configuration.service.ServerView;
import io.throughline.configurationaudit.domain.Observation;
import io.throughline.configurationaudit.domain.Observation.Product;
import io.throughline.configurationaudit.domain.Observation.Reach;
import io.throughline.release.service.PackageCatalogue.ProductLook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Looks at one server under the login that cannot write: the level of each product, and the digests of the files that
 * packages of that level bring.
 */
final class ServerLook {

    /** A level script that gave no level: not what should be there, whatever that is. */
    static final String UNREADABLE = "unreadable";

    /** Prints one line for each path that it is given: the digest of the file there, or that it is missing. */
    private static final String DIGESTS = """
            for path in "$@"; do
              if [ -f "$path" ]; then sha256sum < "$path" | cut -c 1-64; else echo missing; fi
            done""";

    /** As many digests as surely fit into one answer. */
    private static final int FILES_AT_ONCE = 100;

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HostRunner runner;
    private final Function<ServerView, Optional<HostTarget>> login;

    ServerLook(HostRunner runner, Function<ServerView, Optional<HostTarget>> login) {
        this.runner = runner;
        this.login = login;
    }

    CompletableFuture<Observation> at(ServerView server, List<ProductLook> products) {
        Optional<HostTarget> host = login.apply(server);
        if (host.isEmpty()) {
            return CompletableFuture.completedFuture(Observation.without(
                    server.number(), Reach.UNREACHABLE, "its record has no address or no probe login"));
        }
        return products.isEmpty()
                ? reachable(server.number(), host.get())
                : next(server.number(), host.get(), products, new ArrayList<>());
    }

    /** A server of which nothing can be compared has to answer all the same. */
    private CompletableFuture<Observation> reachable(String server, HostTarget host) {
        return runner.probe(host, ":", Map.of(), LIMIT)
                .thenApply(look -> reach(look) == Reach.SEEN
                        ? new Observation(server, Reach.SEEN, "", List.of())
                        : Observation.without(server, reach(look), look.reason()));
    }

    private CompletableFuture<Observation> next(
            String server, HostTarget host, List<ProductLook> products, List<Product> seen) {
        if (seen.size() == products.size()) {
            return CompletableFuture.completedFuture(new Observation(server, Reach.SEEN, "", seen));
        }
        ProductLook product = products.get(seen.size());
        return runner.level(host, product.product(), product.levelScript(), product.levelLimit())
                .thenCompose(look -> {
                    Reach reach = reach(look);
                    if (reach != Reach.SEEN) {
                        return CompletableFuture.completedFuture(Observation.without(server, reach, look.reason()));
                    }
                    String level = look.level().orElse(UNREADABLE);
                    List<String> paths = List.copyOf(product.filesOf(level).keySet());
                    return digests(host, paths, 0, new LinkedHashMap<>()).thenCompose(digests -> {
                        if (reach(digests.last()) != Reach.SEEN) {
                            return CompletableFuture.completedFuture(Observation.without(
                                    server,
                                    reach(digests.last()),
                                    digests.last().reason()));
                        }
                        seen.add(new Product(product.product(), level, digests.found()));
                        return next(server, host, products, seen);
                    });
                });
    }

    /**
     * What was found in files.
     *
     * @param last how the last look ended
     */
    private record Digests(Map<String, String> found, io.throughline.batch.connector.runner.Observation last) {}

    private CompletableFuture<Digests> digests(
            HostTarget host, List<String> paths, int from, Map<String, String> found) {
        List<String> some = paths.subList(from, Math.min(paths.size(), from + FILES_AT_ONCE));
        Map<String, String> parameters = new LinkedHashMap<>();
        some.forEach(path -> parameters.put("file" + parameters.size(), path));
        return runner.probe(host, DIGESTS, parameters, LIMIT).thenCompose(look -> {
            if (reach(look) != Reach.SEEN) {
                return CompletableFuture.completedFuture(new Digests(found, look));
            }
            List<String> lines = look.output().lines().toList();
            for (int i = 0; i < some.size(); i++) {
                found.put(some.get(i), i < lines.size() ? lines.get(i).strip() : UNREADABLE);
            }
            int next = from + FILES_AT_ONCE;
            return next < paths.size()
                    ? digests(host, paths, next, found)
                    : CompletableFuture.completedFuture(new Digests(found, look));
        });
    }

    private static Reach reach(io.throughline.batch.connector.runner.Observation look) {
        return switch (look.kind()) {
            case ANSWERED -> Reach.SEEN;
            case UNREACHABLE -> Reach.UNREACHABLE;
            case QUARANTINED -> Reach.HOST_KEY;
            case TIMED_OUT, NO_ANSWER -> Reach.MUTE;
        };
    }
}
