package io.throughline.fleet.ssh;

import io.throughline.fleet.host.Fault;
import io.throughline.fleet.host.FleetHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/**
 * Listens for all hosts at once: one SSH server bound to every host's address, which is the host it was called at.
 *
 * <p>A host that is down is not listened for at all; one that is mute has a socket that accepts connections and that nobody
 * reads from.
 */
public final class HostListener implements AutoCloseable {

    private static final AttributeKey<FleetHost> HOST = new AttributeKey<>();
    private static final int BACKLOG = 512;

    private final Map<InetSocketAddress, FleetHost> hosts = new ConcurrentHashMap<>();
    private final Map<InetSocketAddress, ServerSocket> mute = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "host-command");
        thread.setDaemon(true);
        return thread;
    });
    private final ReadOnlyShell readOnly;
    private final BindableServer server =
            (BindableServer) new ServerBuilder().factory(BindableServer::new).build();

    /** An SSH server whose addresses come and go while it runs. */
    private static final class BindableServer extends SshServer {
        void bind(InetSocketAddress address) throws IOException {
            acceptor.bind(address);
        }

        void unbind(InetSocketAddress address) {
            acceptor.unbind(address);
        }

        boolean isBoundTo(InetSocketAddress address) {
            return acceptor.getBoundAddresses().contains(address);
        }

        /** Everything {@link #start} does but for binding: there may be no host yet. */
        void prepare() {
            checkConfig();
            setSessionFactory(createSessionFactory());
            acceptor = createAcceptor();
            setupSessionTimeout(getSessionFactory());
        }
    }

    public HostListener(AuthorizedKeys keys, ReadOnlyShell readOnly) {
        this.readOnly = readOnly;
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setPublickeyAuthenticator(keys);
        server.setKeyPairProvider((KeyPairProvider) this::keyOf);
        server.setCommandFactory(this::commandOf);
        CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "THROUGHLINE-DEMO-FLEET");
        CoreModuleProperties.SOCKET_BACKLOG.set(server, BACKLOG);
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ofMinutes(15));
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, Integer.MAX_VALUE);
        server.prepare();
    }

    /**
     * Begins to listen for a host, as its fault has it; a host listened for before is listened for anew.
     *
     * @throws IOException naming the address, if it cannot be had
     */
    public synchronized void listenFor(FleetHost host) throws IOException {
        InetSocketAddress address = host.address();
        hosts.put(address, host);
        if (host.fault().answers() && server.isBoundTo(address)) {
            return;
        }
        silence(address);
        try {
            if (host.fault() == Fault.MUTE) {
                mute.put(address, new ServerSocket(address.getPort(), BACKLOG, address.getAddress()));
            } else if (host.fault() != Fault.DOWN) {
                server.bind(address);
            }
        } catch (IOException e) {
            throw new IOException(
                    "host " + host.name() + " cannot listen on "
                            + address.getAddress().getHostAddress() + ':' + address.getPort() + ": " + e.getMessage(),
                    e);
        }
    }

    /** Ceases to listen for a host and drops who is connected. */
    public synchronized void forget(FleetHost host) throws IOException {
        silence(host.address());
        hosts.remove(host.address());
    }

    private void silence(InetSocketAddress address) throws IOException {
        ServerSocket silent = mute.remove(address);
        if (silent != null) {
            silent.close();
        }
        if (server.isBoundTo(address)) {
            server.unbind(address);
        }
        for (AbstractSession session : server.getActiveSessions()) {
            if (address.equals(session.getIoSession().getLocalAddress())) {
                session.close(true);
            }
        }
    }

    private Iterable<KeyPair> keyOf(SessionContext session) {
        return hostOf(session)
                .map(host -> {
                    try {
                        return List.of(host.shownKey());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElse(List.of());
    }

    private Optional<FleetHost> hostOf(SessionContext session) {
        FleetHost known = session == null ? null : session.getAttribute(HOST);
        if (known == null && session != null) {
            known = hosts.get(session.getLocalAddress());
            session.setAttribute(HOST, known);
        }
        return Optional.ofNullable(known);
    }

    private Command commandOf(ChannelSession channel, String command) throws IOException {
        FleetHost host = hostOf(channel.getSession()).orElseThrow(() -> new IOException("no such host"));
        Account account =
                Account.of(channel.getSession().getUsername()).orElseThrow(() -> new IOException("no such account"));
        return new HostCommand(host, account, command, readOnly, threads);
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket silent : mute.values()) {
            silent.close();
        }
        server.close(true);
        threads.shutdownNow();
    }
}
