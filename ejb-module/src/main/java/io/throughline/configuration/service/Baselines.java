package io.throughline.configuration.service;

import io.throughline.configuration.domain.server.AuthorizedProduct;
import io.throughline.configuration.domain.server.Server;
import io.throughline.configuration.domain.server.ServerLedger;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What should be on each server: what was registered with it, and since then what closed changes put there. Works
 * inside the transaction of the verb that it belongs to; that verb's audit record tells it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Baselines {

    @Inject
    ServerLedger ledger;

    /**
     * @param change number of the closed change that says so; null when it was registered with the server
     */
    public record Expected(String server, String product, String version, String change, Instant since) {

        static Expected from(AuthorizedProduct product) {
            return new Expected(
                    product.server(), product.product(), product.version(), product.change(), product.since());
        }
    }

    /** What was there when the server was registered is right until a change says otherwise. */
    public void register(Server server) {
        server.installed()
                .forEach(product -> ledger.store(new AuthorizedProduct(
                        server.number().toString(),
                        product.product(),
                        product.version(),
                        product.byChange(),
                        product.since())));
    }

    /** A change is closed: from now on this version is what should be on these servers. */
    public void authorize(RecordNumber change, String product, String version, Collection<String> servers, Instant at) {
        Map<String, AuthorizedProduct> known = ledger.authorized(servers).stream()
                .filter(one -> one.product().equals(product))
                .collect(Collectors.toMap(AuthorizedProduct::server, one -> one));
        for (String server : servers) {
            AuthorizedProduct former = known.get(server);
            if (former == null) {
                ledger.store(new AuthorizedProduct(server, product, version, change.toString(), at));
            } else {
                former.become(version, change.toString(), at);
            }
        }
    }

    /** What should be on these servers, all products. */
    @Transactional(Transactional.TxType.REQUIRED)
    public List<Expected> expected(Collection<RecordNumber> servers) {
        return ledger.authorized(servers.stream().map(RecordNumber::toString).toList()).stream()
                .map(Expected::from)
                .toList();
    }
}
