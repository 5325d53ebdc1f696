package io.throughline.kernel.domain;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Which addresses people may have the server ask over HTTP. Hosts of one's own network, and loopback, are what the product
 * is for; addresses that only ever mean something next to the server are not: link-local ones, where clouds keep the
 * secrets of their machines, multicast, and the unspecified one.
 */
public final class HttpAddress {

    public static final String ALLOWED =
            "must be an http or https address with a host, without a login, and neither link-local nor multicast";

    private HttpAddress() {}

    /** Whether the text is such an address; a host's name is looked up only when it is asked. */
    public static boolean isAllowed(String url) {
        try {
            URI address = URI.create(url == null ? "" : url);
            return address.getHost() != null
                    && address.getUserInfo() == null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && (!isLiteral(address.getHost()) || isAllowed(InetAddress.getByName(address.getHost())));
        } catch (IllegalArgumentException | UnknownHostException malformed) {
            return false;
        }
    }

    /** Whether all that the address's host stands for just now may be asked. */
    public static boolean leadsWhereAllowed(URI address) {
        try {
            for (InetAddress one : InetAddress.getAllByName(address.getHost())) {
                if (!isAllowed(one)) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    private static boolean isLiteral(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }

    private static boolean isAllowed(InetAddress address) {
        return !address.isLinkLocalAddress() && !address.isMulticastAddress() && !address.isAnyLocalAddress();
    }
}
