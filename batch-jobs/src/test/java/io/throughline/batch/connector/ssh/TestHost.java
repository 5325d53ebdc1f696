package io.throughline.batch.connector.ssh;

import io.throughline.batch.connector.ExpectedHostKey;
import io.throughline.batch.connector.HostTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.shell.InvertedShellWrapper;
import org.apache.sshd.server.shell.ProcessShell;

/** A real SSH server in this process whose commands run through /bin/sh in a folder of its own. */
final class TestHost implements AutoCloseable {

    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair key;
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger commands = new AtomicInteger();

    TestHost(SshIdentity allowed, Path folder) throws IOException, GeneralSecurityException {
        key = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        KeyPair second = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(second, key));
        server.setPublickeyAuthenticator((user, offered, session) -> {
            logins.incrementAndGet();
            return KeyUtils.compareKeys(offered, allowed.keyPair().getPublic());
        });
        runEach((line) -> new InvertedShellWrapper(new ProcessShell(
                "/bin/sh", "-c", "cd '" + folder + "' && export THROUGHLINE_STATE=\"$PWD/state\" && " + line)));
        server.start();
    }

    /** How a command is run, instead of by the shell. */
    interface Run {
        Command of(String line);
    }

    void runEach(Run run) {
        server.setCommandFactory((channel, line) -> {
            commands.incrementAndGet();
            return run.of(line);
        });
    }

    SshServer server() {
        return server;
    }

    /** How often somebody tried to log in. */
    int logins() {
        return logins.get();
    }

    int commands() {
        return commands.get();
    }

    ExpectedHostKey key() {
        return ExpectedHostKey.parse(PublicKeyEntry.toString(key.getPublic()));
    }

    HostTarget target(ExpectedHostKey... expected) {
        return new HostTarget("cart-01", "127.0.0.1", server.getPort(), "deploy", List.of(expected));
    }

    HostTarget target() {
        return target(key());
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
