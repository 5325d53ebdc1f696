package io.throughline.batch.connector.ssh;

import io.throughline.batch.connector.HostAnswer;
import io.throughline.batch.connector.HostCommand;
import io.throughline.batch.connector.HostConnector;
import io.throughline.batch.connector.HostTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.KeyExchangeFactory;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;

/** Carries commands over SSH. One instance serves all hosts and is closed at the end. */
public final class SshHostConnector implements HostConnector {

    /** The library would try a post-quantum exchange first, at fifteen times the processor time per host. */
    private static final List<String> QUICK_EXCHANGES = List.of(
            BuiltinDHFactories.curve25519.getName(),
            BuiltinDHFactories.curve25519_libssh.getName(),
            BuiltinDHFactories.ecdhp256.getName());

    private final SshClient client;
    private final SshLimits limits;
    private final ScheduledThreadPoolExecutor clock;

    public SshHostConnector(SshIdentity identity, SshLimits limits) {
        this.limits = limits;
        clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "ssh-time-limits");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        client = ClientBuilder.builder().build();
        // What lies in the home of whoever runs this process is none of our business.
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.wrapKeyPairs(identity.keyPair()));
        client.setAgentFactory(null);
        client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        client.setKeyExchangeFactories(quickFirst(client.getKeyExchangeFactories()));
        client.setSignatureFactories(ed25519First(client.getSignatureFactories()));
        client.setServerKeyVerifier((session, address, key) -> checkOf(session).accepts(key));
        client.addSessionListener(new SessionListener() {
            @Override
            public void sessionCreated(Session session) {
                if (session instanceof ClientSession clientSession) {
                    session.setSignatureFactories(checkOf(clientSession).preferred(client.getSignatureFactories()));
                }
            }
        });
        CoreModuleProperties.TCP_NODELAY.set(client, true);
        CoreModuleProperties.SOCKET_KEEPALIVE.set(client, true);
        CoreModuleProperties.AUTH_TIMEOUT.set(client, limits.login());
        // Our own limits end an exchange; the library's idle limit would cut a long quiet installation.
        CoreModuleProperties.IDLE_TIMEOUT.set(client, java.time.Duration.ZERO);
        CoreModuleProperties.NIO2_READ_TIMEOUT.set(client, java.time.Duration.ZERO);
        client.start();
    }

    @Override
    public CompletableFuture<HostAnswer> execute(HostTarget target, HostCommand command) {
        return new SshExchange(client, clock, limits, target, command).begin();
    }

    @Override
    public void close() {
        client.close(true);
        clock.shutdownNow();
    }

    private static HostKeyCheck checkOf(ClientSession session) {
        AttributeRepository context = session.getConnectionContext();
        HostKeyCheck check = context == null ? null : context.getAttribute(HostKeyCheck.OF_CONNECTION);
        if (check == null) {
            throw new IllegalStateException("a connection without an expected host key");
        }
        return check;
    }

    private static List<KeyExchangeFactory> quickFirst(List<KeyExchangeFactory> all) {
        List<KeyExchangeFactory> ordered = new ArrayList<>(all);
        ordered.sort(Comparator.comparingInt(factory -> {
            int place = QUICK_EXCHANGES.indexOf(factory.getName());
            return place < 0 ? QUICK_EXCHANGES.size() : place;
        }));
        return ordered;
    }

    private static List<NamedFactory<Signature>> ed25519First(List<NamedFactory<Signature>> all) {
        List<NamedFactory<Signature>> ordered = new ArrayList<>(all);
        ordered.sort(Comparator.comparing(factory -> !factory.getName().equals(BuiltinSignatures.ed25519.getName())));
        return ordered;
    }
}
