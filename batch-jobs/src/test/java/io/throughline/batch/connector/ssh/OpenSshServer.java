package io.throughline.batch.connector.ssh;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.throughline.batch.connector.ExpectedHostKey;
import io.throughline.batch.connector.HostTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A host of a test: the machine's own OpenSSH server, on the loopback, with one folder where every command runs. */
public final class OpenSshServer implements AutoCloseable {

    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Path base;
    private final Path folder;
    private final SshIdentity identity;
    private final HostTarget target;
    private final Process sshd;

    private OpenSshServer(Path base) throws IOException {
        this.base = base;
        folder = Files.createDirectory(base.resolve("host"));
        identity = SshIdentity.loadOrCreate(base.resolve("id_ed25519"));
        SshIdentity hostKey = SshIdentity.loadOrCreate(base.resolve("host_key"));
        if ("root".equals(System.getProperty("user.name"))) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        int port = freePort();
        Files.writeString(base.resolve("sshd_config"), """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %s
                PidFile none
                AuthorizedKeysFile %s
                PermitRootLogin prohibit-password
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                StrictModes no
                UsePAM no
                UseDNS no
                SetEnv THROUGHLINE_STATE=%s
                ForceCommand cd %s && eval "$SSH_ORIGINAL_COMMAND"
                """.formatted(
                port, base.resolve("host_key"), base.resolve("id_ed25519.pub"), folder.resolve("state"), folder));
        sshd = new ProcessBuilder(
                        SSHD.toString(),
                        "-D",
                        "-e",
                        "-f",
                        base.resolve("sshd_config").toString())
                .redirectErrorStream(true)
                .redirectOutput(base.resolve("sshd.log").toFile())
                .start();
        await().atMost(LIMIT).until(() -> listens(port));
        target = new HostTarget(
                "cart-01",
                "127.0.0.1",
                port,
                System.getProperty("user.name"),
                List.of(ExpectedHostKey.parse(hostKey.publicKeyLine())));
    }

    /**
     * Starts it; where OpenSSH is not installed, the test is not run and the build says so at its end.
     *
     * @param base an empty folder for keys, configuration and log
     */
    public static OpenSshServer start(Path base) throws IOException {
        assumeTrue(Files.isExecutable(SSHD), "there is no " + SSHD + " (Debian package openssh-server)");
        return new OpenSshServer(base);
    }

    /** Where every command runs. */
    public Path folder() {
        return folder;
    }

    /** Whose key logs in. */
    public SshIdentity identity() {
        return identity;
    }

    public HostTarget target() {
        return target;
    }

    /** What the server has said so far. */
    public String log() throws IOException {
        return "\n" + Files.readString(base.resolve("sshd.log"));
    }

    @Override
    public void close() {
        sshd.descendants().forEach(ProcessHandle::destroy);
        sshd.destroy();
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
