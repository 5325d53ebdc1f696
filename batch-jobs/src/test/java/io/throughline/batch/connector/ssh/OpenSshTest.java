package io.throughline.batch.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

/** The same runner against the SSH server that real hosts have; runs where OpenSSH is installed. */
@Tag("openssh")
class OpenSshTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path base;

    private OpenSshServer server;
    private Path folder;
    private HostTarget target;
    private SshIdentity identity;
    private SshHostConnector connector;

    @BeforeEach
    void startServer() throws IOException {
        server = OpenSshServer.start(base);
        folder = server.folder();
        Files.writeString(folder.resolve("level"), "4.2.7\n");
        identity = server.identity();
        connector = new SshHostConnector(identity, SshLimits.usual());
        target = server.target();
    }

    @AfterEach
    void stopServer() {
        if (server != null) {
            connector.close();
            server.close();
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

        assertThat(applied.outcome()).as(applied + server.log()).isEqualTo(HostOutcome.VERIFIED);
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
        assertThat(tooEarly.outcome()).as(tooEarly + server.log()).isEqualTo(HostOutcome.BUSY);
        assertThat(found.outcome()).as(found + server.log()).isEqualTo(HostOutcome.VERIFIED);
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
}
