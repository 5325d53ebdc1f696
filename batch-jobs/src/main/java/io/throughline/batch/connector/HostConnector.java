package io.throughline.batch.connector;

import java.util.concurrent.CompletableFuture;

/** Carries commands to hosts. Thread-safe; does not limit how many exchanges run at once, the caller does. */
public interface HostConnector extends AutoCloseable {

    /**
     * Begins an exchange and returns at once. The future always completes, and always normally: within the connect and
     * login limits of the connector plus the command's own limit, whatever the host does. It completes on a thread of
     * the connector: hand longer work to another one.
     */
    CompletableFuture<HostAnswer> execute(HostTarget target, HostCommand command);

    /** Ends all exchanges; those under way end as unreachable or in doubt. */
    @Override
    void close();
}
