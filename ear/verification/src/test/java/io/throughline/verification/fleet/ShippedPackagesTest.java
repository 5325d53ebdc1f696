package io.throughline.verification.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.batch.connector.ExpectedHostKey;
import io.throughline.batch.connector.HostTarget;
import io.throughline.batch.connector.runner.HostOutcome;
import io.throughline.batch.connector.runner.HostRunner;
import io.throughline.batch.connector.runner.PackageOrder;
import io.throughline.batch.connector.runner.RunnerReport;
import io.throughline.batch.connector.ssh.SshHostConnector;
import io.throughline.batch.connector.ssh.SshIdentity;
import io.throughline.batch.connector.ssh.SshLimits;
import io.throughline.fleet.Fleet;
import io.throughline.fleet.FleetOptions;
import io.throughline.fleet.frontdoor.FrontDoorDescription;
import io.throughline.fleet.frontdoor.GatewayAuthority;
import io.throughline.fleet.host.Fault;
import io.throughline.fleet.host.FleetHost;
import io.throughline.fleet.host.HostDescription;
import io.throughline.fleet.ssh.Account;
import io.throughline.release.domain.packaging.PackageArchive;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packages of the scenarios, as the player packs them, put on hosts of the demo fleet by the product's own runner. */
class ShippedPackagesTest {

    private static final String HOST = "ams1-cart-01";

    @TempDir
    Path directory;

    private Fleet fleet;
    private SshHostConnector connector;
    private HostRunner runner;
    private PackageArchive patch;

    @BeforeEach
    void aServerWithTheOldCart() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        SshIdentity identity = SshIdentity.loadOrCreate(directory.resolve("connector"));
        Files.writeString(directory.resolve("authorized"), identity.publicKeyLine() + '\n');
        fleet = Fleet.open(FleetOptions.in(directory.resolve("fleet"))
                .withPorts(0, port)
                .withAuthorizedKeys(Account.DEPLOY, directory.resolve("authorized"))
                .withAuthorizedKeys(Account.PROBE, directory.resolve("authorized")));
        fleet.add(
                List.of(HostDescription.named(HOST)
                        .withServices("shopping-cart")
                        .withApplications("shopping-cart")
                        .withFiles(ScenarioFiles.oldCart())),
                false);
        connector = new SshHostConnector(identity, SshLimits.usual());
        runner = new HostRunner(connector);
        patch = ScenarioFiles.patch();
    }

    @AfterEach
    void close() throws Exception {
        connector.close();
        fleet.close();
    }

    private HostTarget target(String user) throws IOException {
        FleetHost host = fleet.host(HOST);
        return new HostTarget(
                HOST,
                host.description().address(),
                host.description().port(),
                user,
                List.of(ExpectedHostKey.parse(host.publicKey())));
    }

    private PackageOrder order(long token) {
        return new PackageOrder(patch, Map.of(), token, "DEP-000001");
    }

    private RunnerReport install(long token) throws Exception {
        return runner.install(target("deploy"), order(token)).get(60, TimeUnit.SECONDS);
    }

    private String ledger() throws IOException {
        return Files.readString(fleet.host(HOST).directory().path().resolve("ledger"));
    }

    private int orderAtTheFrontDoor() throws Exception {
        fleet.renewGateway(GatewayAuthority.NEW);
        String url = fleet.open(new FrontDoorDescription("shopping-cart", null, 0, true, null, 0))
                .url();
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url + "/order")).build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void thePatchCuresTheServerOnceAndItsRollbackBringsBackWhatWasThere() throws Exception {
        assertThat(orderAtTheFrontDoor()).isEqualTo(502);

        RunnerReport installed = install(1);

        assertThat(installed.outcome()).as(installed.toString()).isEqualTo(HostOutcome.VERIFIED);
        assertThat(installed.before()).isEqualTo("4.2.7");
        assertThat(orderAtTheFrontDoor()).isEqualTo(200);
        assertThat(install(2).repeated()).isTrue();
        assertThat(ledger()).isEqualTo("install 4.2.8 over 4.2.7\n");

        RunnerReport back = runner.rollback(target("deploy"), order(3)).get(60, TimeUnit.SECONDS);

        assertThat(back.outcome()).as(back.toString()).isEqualTo(HostOutcome.ROLLED_BACK);
        assertThat(fleet.host(HOST).version("shopping-cart")).contains("4.2.7");
        assertThat(orderAtTheFrontDoor()).isEqualTo(502);
    }

    @Test
    void aLockedApplicationRefusesAndStaysAsItIs() throws Exception {
        fleet.fault(HOST, Fault.INSTALL_FAILS);

        assertThat(install(1).outcome()).isEqualTo(HostOutcome.FAILED);
        assertThat(fleet.host(HOST).version("shopping-cart")).contains("4.2.7");

        assertThat(runner.rollback(target("deploy"), order(2))
                        .get(60, TimeUnit.SECONDS)
                        .outcome())
                .isEqualTo(HostOutcome.ROLLED_BACK);
    }

    @Test
    void anApplicationThatDoesNotComeUpFailsItsVerificationAndIsBroughtBack() throws Exception {
        fleet.fault(HOST, Fault.VERIFY_FAILS);

        RunnerReport report = install(1);

        assertThat(report.outcome()).isEqualTo(HostOutcome.FAILED);
        assertThat(fleet.host(HOST).worksWith("shopping-cart", "4.2.8")).isFalse();
        assertThat(runner.rollback(target("deploy"), order(2))
                        .get(60, TimeUnit.SECONDS)
                        .outcome())
                .isEqualTo(HostOutcome.ROLLED_BACK);
        assertThat(fleet.host(HOST).worksWith("shopping-cart", "4.2.7")).isTrue();
        assertThat(fleet.host(HOST).version("shopping-cart")).contains("4.2.7");
    }

    @Test
    void aFullDiskKeepsThePackageOut() throws Exception {
        fleet.fault(HOST, Fault.DISK_FULL);

        assertThat(install(1).outcome()).isNotEqualTo(HostOutcome.VERIFIED);
        assertThat(fleet.host(HOST).version("shopping-cart")).contains("4.2.7");
    }

    @Test
    void aServerThatIsDownIsUnreachableAndOneWithAnotherKeyIsQuarantined() throws Exception {
        fleet.fault(HOST, Fault.DOWN);
        assertThat(install(1).outcome()).isEqualTo(HostOutcome.UNREACHABLE);

        fleet.fault(HOST, Fault.WRONG_HOST_KEY);
        assertThat(install(2).outcome()).isEqualTo(HostOutcome.QUARANTINED);

        fleet.fault(HOST, Fault.NONE);
        assertThat(install(3).outcome()).isEqualTo(HostOutcome.VERIFIED);
    }

    @Test
    void aProbeSeesThePatchUnderItsOwnAccount() throws Exception {
        install(1);

        var seen = runner.probe(
                        target("probe"),
                        "cat shopping-cart/VERSION; ls shopping-cart/trust",
                        new HashMap<>(),
                        Duration.ofSeconds(10))
                .get(30, TimeUnit.SECONDS);

        assertThat(seen.output().toString()).contains("4.2.8").contains("payment-root-2026.pem");
    }
}
