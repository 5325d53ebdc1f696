package io.throughline.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;

/**
 * Which address a host gets that was given none.
 *
 * <p>Where the whole of 127.0.0.0/8 is loopback, as on Linux, each host has an address of its own and all have one port.
 * Elsewhere they share 127.0.0.1 and each has a port of its own.
 */
final class AddressPlan {

    private static final int PER_NETWORK = 250;
    private static final int HOSTS_AT_MOST = 50_000;

    private final int port;
    private final boolean manyAddresses;

    AddressPlan(int port) {
        this(port, canListenOn("127.0.1.1"));
    }

    AddressPlan(int port, boolean manyAddresses) {
        this.port = port;
        this.manyAddresses = manyAddresses;
    }

    private static boolean canListenOn(String address) {
        try (ServerSocket trial = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return trial.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    InetSocketAddress free(Set<InetSocketAddress> taken) {
        for (int n = 0; n < HOSTS_AT_MOST; n++) {
            InetSocketAddress candidate = manyAddresses
                    ? new InetSocketAddress("127.0." + (1 + n / PER_NETWORK) + '.' + (1 + n % PER_NETWORK), port)
                    : new InetSocketAddress("127.0.0.1", port + n);
            if (!taken.contains(candidate)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("a fleet holds " + HOSTS_AT_MOST + " hosts at most");
    }
}
