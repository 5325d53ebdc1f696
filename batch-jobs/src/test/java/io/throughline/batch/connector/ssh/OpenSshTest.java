package io.throughline.batch.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.throughline.batch.connector.ExpectedHostKey;
import io.throughline.batch.connector.HostAnswer;
import io.throughline.batch.connector.HostTarget;
import io.throughline.batch.connector.runner.HostOutcome;
import io.throughline.batch.connector.runner.HostRunner;
import io.throughline.batch.connector.runner.Observation;
import io.throughline.batch.connector.runner.PackageOrder;
import io.throughline.batch.connector.runner.RunnerReport;
import io.throughline.batch.connector.runner.TestPackage;
import io.throughline.release.domain.packaging.PackageArchive;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same package and code against the SSH server that real hosts have. Runs where OpenSSH is installed; with
 * {@code THROUGHLINE_TOOLS=required} in the environment its absence is a failure.
 */
@Tag("openssh")
class OpenSshTest {

    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path base;

    private Path folder;
    private Process sshd;
    private HostTarget target;
    private SshIdentity identity;
    private SshHostConnector connector;

    @BeforeEach
    void startServer() throws IOException {
        boolean installed = Files.isExecutable(SSHD);
        if (!installed && "required".equals(System.getenv("THROUGHLINE_TOOLS"))) {
            throw new IllegalStateException("OpenSSH is required here, and there is no " + SSHD);
        }
        assumeTrue(installed, "not run: there is no " + SSHD + " (Debian package openssh-server)");
        folder = Files.createDirectory(base.resolve("host"));
        Files.writeString(folder.resolve("level"), "4.2.7\n");
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
        connector = new SshHostConnector(identity, SshLimits.usual());
        target = new HostTarget(
                "cart-01",
                "127.0.0.1",
                port,
                System.getProperty("user.name"),
                List.of(ExpectedHostKey.parse(hostKey.publicKeyLine())));
    }

    @AfterEach
    void stopServer() {
        if (sshd != null) {
            connector.close();
            sshd.descendants().forEach(ProcessHandle::destroy);
            sshd.destroy();
        }
    }

    @Test
    void patchesAHostAndTakesThePatchBack() throws IOException {
        HostRunner runner = new HostRunner(connector);
        PackageOrder order = new PackageOrder(TestPackage.version(base, "4.2.8"), Map.of(), 1, "DEP-000001");

        RunnerReport applied = runner.install(target, order).join();
        Observation seen = runner.level(target, "cart", order.archive().levelScript(), LIMIT)
                .join();
        RunnerReport back = runner.rollback(target, order.withToken(2)).join();

        assertThat(applied.outcome()).as(applied + log()).isEqualTo(HostOutcome.VERIFIED);
        assertThat(seen.level()).contains("4.2.8");
        assertThat(back.outcome()).isEqualTo(HostOutcome.ROLLED_BACK);
        assertThat(folder.resolve("level")).hasContent("4.2.7");
        assertThat(folder.resolve("ledger")).hasContent("install 4.2.8 4.2.7\nrollback");
    }

    @Test
    void doesNotApplyAPackageTwiceWhenTheClientDiesDuringTheInstallation() throws IOException {
        PackageArchive archive = TestPackage.version(base, "4.2.8");
        PackageOrder order = new PackageOrder(archive, Map.of(), 1, "DEP-000001");
        Files.createFile(folder.resolve("hold"));
        SshHostConnector dying = new SshHostConnector(identity, SshLimits.usual());
        CompletableFuture<RunnerReport> lost = new HostRunner(dying).install(target, order);
        await().atMost(LIMIT).until(() -> Files.exists(folder.resolve("ledger")));

        dying.close();
        HostRunner runner = new HostRunner(connector);
        RunnerReport tooEarly = runner.install(target, order.withToken(2)).join();
        Files.delete(folder.resolve("hold"));
        RunnerReport found =
                runner.install(target, order.withToken(3).waiting(LIMIT)).join();

        assertThat(lost.join().outcome()).isEqualTo(HostOutcome.IN_DOUBT);
        assertThat(tooEarly.outcome()).as(tooEarly + log()).isEqualTo(HostOutcome.BUSY);
        assertThat(found.outcome()).as(found + log()).isEqualTo(HostOutcome.VERIFIED);
        assertThat(found.repeated()).isTrue();
        assertThat(folder.resolve("ledger")).hasContent("install 4.2.8 4.2.7");
    }

    @Test
    void quarantinesAServerWithAnotherKey() {
        HostTarget other = new HostTarget(
                target.name(),
                target.address(),
                target.port(),
                target.user(),
                List.of(ExpectedHostKey.parse(identity.publicKeyLine())));

        HostAnswer answer = connector
                .execute(other, new io.throughline.batch.connector.HostCommand("touch touched", LIMIT))
                .join();

        assertThat(answer).isInstanceOf(HostAnswer.Quarantined.class);
        assertThat(folder.resolve("touched")).doesNotExist();
    }

    private String log() throws IOException {
        return "\n" + Files.readString(base.resolve("sshd.log"));
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
