package io.throughline.audit.feed;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;

/**
 * Writes events to a syslog server over TCP. A connection that breaks may have lost what was last written to it, so the
 * caller goes back to before that: a server may see an event twice, and never misses one.
 */
public final class SyslogFeed {

    private static final int PATIENCE_MILLIS = 10_000;

    private final InetSocketAddress server;
    private final String host;

    /**
     * @param address {@code tcp://HOST:PORT}
     * @param host name of this machine, as the messages give it
     * @throws IllegalArgumentException when the address is none
     */
    public SyslogFeed(String address, String host) {
        URI uri = URI.create(address);
        if (!"tcp".equals(uri.getScheme()) || uri.getHost() == null || uri.getPort() < 1) {
            throw new IllegalArgumentException("throughline.audit.syslog: " + address + " is not tcp://HOST:PORT");
        }
        this.server = new InetSocketAddress(uri.getHost(), uri.getPort());
        this.host = host;
    }

    /** Sends them over one connection, which is closed in good order: then the server's side has taken all of them. */
    public void send(List<SealedEvent> events) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(server, PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            for (SealedEvent event : events) {
                out.write(event.frame(host));
            }
            out.flush();
            socket.shutdownOutput();
            if (socket.getInputStream().read() >= 0) {
                throw new IOException("a syslog server has nothing to say");
            }
        }
    }
}
