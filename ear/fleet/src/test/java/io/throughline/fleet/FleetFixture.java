package io.throughline.fleet;

import io.throughline.fleet.host.FleetHost;
import io.throughline.fleet.ssh.Account;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;

/** A fleet in a folder with one key that may log in to both accounts, and an SSH client that has it. */
public final class FleetFixture implements AutoCloseable {

    /** What a command answered. */
    public record Answer(int status, String out, String err) {}

    private static final Logger SSH_LOG = Logger.getLogger("org.apache.sshd");

    static {
        SSH_LOG.setLevel(Level.WARNING);
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FleetOptions options;
    private final KeyPair key;
    private final SshClient client;
    private final AtomicReference<PublicKey> shown = new AtomicReference<>();
    private Fleet fleet;

    public FleetFixture(Path directory) throws IOException, GeneralSecurityException {
        key = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        Path authorized = directory.resolve("authorized_keys");
        Files.writeString(authorized, PublicKeyEntry.toString(key.getPublic()) + '\n');
        options = FleetOptions.in(directory.resolve("fleet"))
                .withPorts(0, freePort())
                .withAuthorizedKeys(Account.DEPLOY, authorized)
                .withAuthorizedKeys(Account.PROBE, authorized);
        fleet = Fleet.open(options);
        client = SshClient.setUpDefaultClient();
        client.setKeyExchangeFactories(List.of(ClientBuilder.DH2KEX.apply(BuiltinDHFactories.curve25519)));
        client.setServerKeyVerifier((session, address, serverKey) -> {
            shown.set(serverKey);
            return true;
        });
        client.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public Fleet fleet() {
        return fleet;
    }

    /** Ends the fleet and starts it again on the same directory. */
    public void restart() throws IOException {
        fleet.close();
        fleet = Fleet.open(options);
    }

    /** Key shown at the latest connection, as in {@code known_hosts}. */
    public String shownKey() {
        return PublicKeyEntry.toString(shown.get());
    }

    public ClientSession connect(Account account, String host) throws IOException {
        FleetHost known = fleet.host(host);
        ClientSession session = client.connect(
                        account.login(),
                        known.description().address(),
                        known.description().port())
                .verify(PATIENCE)
                .getSession();
        session.addPublicKeyIdentity(key);
        session.auth().verify(PATIENCE);
        return session;
    }

    public Answer run(Account account, String host, String command, byte[] stdin) throws IOException {
        try (ClientSession session = connect(account, host);
                ChannelExec channel = session.createExecChannel(command)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            channel.setIn(new ByteArrayInputStream(stdin));
            channel.setOut(out);
            channel.setErr(err);
            channel.open().verify(PATIENCE);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), TimeUnit.SECONDS.toMillis(20));
            Integer status = channel.getExitStatus();
            return new Answer(
                    status == null ? -1 : status,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8));
        }
    }

    public Answer run(String host, String command) throws IOException {
        return run(Account.DEPLOY, host, command, new byte[0]);
    }

    @Override
    public void close() throws IOException {
        client.stop();
        fleet.close();
    }
}
