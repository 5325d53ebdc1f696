package io.throughline.verification.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.batch.connector.runner.HostOutcome;
import io.throughline.batch.connector.runner.HostRunner;
import io.throughline.batch.connector.runner.PackageOrder;
import io.throughline.batch.connector.runner.RunnerReport;
import io.throughline.batch.connector.ssh.OpenSshServer;
import io.throughline.batch.connector.ssh.SshHostConnector;
import io.throughline.batch.connector.ssh.SshLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The patch of the scenario, put on a server that runs OpenSSH by the same code that patches the demo fleet. */
@Tag("openssh")
class OpenSshPatchTest {

    @TempDir
    Path base;

    @Test
    void thePatchThatCuresTheDemoFleetCuresAServerWithOpenSsh() throws Exception {
        try (OpenSshServer server = OpenSshServer.start(base);
                SshHostConnector connector = new SshHostConnector(server.identity(), SshLimits.usual())) {
            for (Map.Entry<String, String> file : ScenarioFiles.oldCart().entrySet()) {
                Path there = server.folder().resolve(file.getKey());
                Files.createDirectories(there.getParent());
                Files.writeString(there, file.getValue());
            }
            HostRunner runner = new HostRunner(connector);
            PackageOrder order = new PackageOrder(ScenarioFiles.patch(), Map.of(), 1, "DEP-000001");
            Path cart = server.folder().resolve("shopping-cart");

            RunnerReport installed = runner.install(server.target(), order).get(60, TimeUnit.SECONDS);

            assertThat(installed.outcome()).as(installed + server.log()).isEqualTo(HostOutcome.VERIFIED);
            assertThat(installed.before()).isEqualTo("4.2.7");
            assertThat(cart.resolve("VERSION")).hasContent("4.2.8");
            assertThat(cart.resolve("trust/payment-root-2026.pem")).exists();
            assertThat(server.folder().resolve("ledger")).hasContent("install 4.2.8 over 4.2.7");

            RunnerReport back =
                    runner.rollback(server.target(), order.withToken(2)).get(60, TimeUnit.SECONDS);

            assertThat(back.outcome()).as(back + server.log()).isEqualTo(HostOutcome.ROLLED_BACK);
            assertThat(cart.resolve("VERSION")).hasContent("4.2.7");
            assertThat(cart.resolve("trust/payment-root-2026.pem")).doesNotExist();
        }
    }
}
