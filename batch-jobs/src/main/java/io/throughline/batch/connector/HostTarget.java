package io.throughline.batch.connector;

import java.util.List;
import java.util.Objects;

/**
 * A host to talk to.
 *
 * @param name how people know it
 * @param address host name or IP address
 * @param port from 1 to 65535
 * @param user login on the host
 * @param hostKeys the keys it may show; with none, nothing is ever sent to it
 */
public record HostTarget(String name, String address, int port, String user, List<ExpectedHostKey> hostKeys) {

    public HostTarget {
        Objects.requireNonNull(name, "name");
        hostKeys = List.copyOf(hostKeys);
        if (address == null || address.isBlank()) {
            throw new IllegalArgumentException(name + " has no address");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(name + " has the port " + port + ", which must be from 1 to 65535");
        }
        if (user == null || user.isBlank()) {
            throw new IllegalArgumentException(name + " has no user");
        }
    }

    @Override
    public String toString() {
        return name + " (" + address + ":" + port + ")";
    }
}
