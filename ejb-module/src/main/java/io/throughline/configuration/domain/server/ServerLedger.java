package io.throughline.configuration.domain.server;

import java.util.Collection;
import java.util.List;

/** Where it is kept which change holds a server, and what should be on it. */
public interface ServerLedger {

    List<ServerReservation> reservationsOf(Collection<String> servers);

    List<ServerReservation> reservationsBy(String change);

    /**
     * Stores the reservations at once.
     *
     * @return false when another transaction took one of the servers at the same moment; this transaction is then lost
     */
    boolean store(List<ServerReservation> reservations);

    /** Gives back all servers that the change holds. */
    void giveBack(String change);

    List<AuthorizedProduct> authorized(Collection<String> servers);

    void store(AuthorizedProduct product);
}
