package io.throughline.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.fleet.host.Fault;
import io.throughline.fleet.host.HostDescription;
import io.throughline.fleet.ssh.Account;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetTest {

    @TempDir
    Path directory;

    private FleetFixture fixture;

    @BeforeEach
    void anEmptyFleet() throws Exception {
        fixture = new FleetFixture(directory);
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void aThousandHostsStandEachAtItsOwnAddressWithItsOwnKey() throws Exception {
        List<HostDescription> thousand = IntStream.rangeClosed(1, 1000)
                .mapToObj(n ->
                        HostDescription.named(String.format("web-%04d", n)).withFiles(Map.of("app/VERSION", "1\n")))
                .toList();

        fixture.fleet().add(thousand, false);

        assertThat(fixture.fleet().hosts()).extracting(host -> host.address()).doesNotHaveDuplicates();
        assertThat(Files.readAllLines(fixture.fleet().directory().resolve("known_hosts")))
                .hasSize(1000)
                .doesNotHaveDuplicates();
        assertThat(fixture.run("web-0001", "cat host.properties").out()).contains("name=web-0001");
        assertThat(fixture.run("web-1000", "cat host.properties").out()).contains("name=web-1000");
        assertThat(fixture.shownKey())
                .isEqualTo(fixture.fleet().host("web-1000").publicKey());

        fixture.restart();

        assertThat(fixture.run("web-0500", "cat app/VERSION").out()).isEqualTo("1\n");
    }

    @Test
    void anAddressAndPortThatWereAskedForAreUsed() throws Exception {
        fixture.fleet().add(List.of(HostDescription.named("own").at("127.0.77.5", 23077)), false);

        assertThat(fixture.fleet().host("own").address()).isEqualTo(new InetSocketAddress("127.0.77.5", 23077));
        assertThat(fixture.run("own", "echo $SSH_CONNECTION").out()).endsWith("127.0.77.5 23077\n");
    }

    @Test
    void twoHostsCannotHaveOneAddressAndNoneLeavesTheLoopbackNetwork() {
        assertThatThrownBy(() -> fixture.fleet()
                        .add(
                                List.of(
                                        HostDescription.named("one").at("127.0.77.6", 23078),
                                        HostDescription.named("two").at("127.0.77.6", 23078)),
                                false))
                .hasMessageContaining("one")
                .hasMessageContaining("two");
        assertThatThrownBy(() ->
                        fixture.fleet().add(List.of(HostDescription.named("far").at("192.0.2.1", 22)), false))
                .hasMessageContaining("192.0.2.1 is not a loopback address");
    }

    @Test
    void addingAgainLeavesAHostAsItIsUnlessAskedToStartAfresh() throws Exception {
        HostDescription host = HostDescription.named("web").withFiles(Map.of("app/VERSION", "1\n"));
        fixture.fleet().add(List.of(host), false);
        String key = fixture.fleet().host("web").publicKey();
        fixture.run("web", "echo 2 > app/VERSION; echo run >> ledger");
        fixture.fleet().fault("web", Fault.DOWN);

        fixture.fleet().add(List.of(host), false);
        assertThat(fixture.fleet().host("web").version("app")).contains("2");
        assertThat(fixture.fleet().host("web").fault()).isEqualTo(Fault.DOWN);

        fixture.fleet().add(List.of(host), true);
        assertThat(fixture.run("web", "cat app/VERSION; ls").out())
                .startsWith("1\n")
                .doesNotContain("ledger");
        assertThat(fixture.shownKey()).isEqualTo(key);
    }

    @Test
    void aRestartComesBackWithHostsAndFaults() throws Exception {
        fixture.fleet().add(List.of(HostDescription.named("up"), HostDescription.named("down")), false);
        fixture.fleet().fault("down", Fault.DOWN);
        InetSocketAddress address = fixture.fleet().host("up").address();

        fixture.restart();

        assertThat(fixture.fleet().host("up").address()).isEqualTo(address);
        assertThat(fixture.fleet().host("down").fault()).isEqualTo(Fault.DOWN);
        assertThat(fixture.run("up", "echo here").out()).isEqualTo("here\n");
    }

    @Test
    void anOccupiedAddressIsNamed() throws Exception {
        fixture.fleet().add(List.of(HostDescription.named("first").at("127.0.77.7", 23079)), false);
        try (Fleet second =
                Fleet.open(FleetOptions.in(directory.resolve("second")).withPorts(0, 23079))) {
            assertThatThrownBy(() ->
                            second.add(List.of(HostDescription.named("second").at("127.0.77.7", 23079)), false))
                    .hasMessageContaining("second")
                    .hasMessageContaining("127.0.77.7:23079");
        }
    }

    @Test
    void aFileOfAHostStaysInsideItsDirectory() throws Exception {
        fixture.fleet().add(List.of(HostDescription.named("web")), false);
        var files = fixture.fleet().host("web").directory();

        for (String path : Set.of("../other/file", "/etc/passwd", ".ssh/host_ed25519", "")) {
            assertThatThrownBy(() -> files.write(path, "x")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void commandLineErrorsSayWhatIsAllowed() {
        assertThatThrownBy(() -> FleetOptions.parse("--port", "1")).hasMessageContaining("--control-port");
        assertThatThrownBy(() -> FleetOptions.parse("--ssh-port", "x")).hasMessageContaining("takes a number");
        assertThatThrownBy(() -> FleetOptions.parse("--ssh-port", "70000")).hasMessageContaining("65535");
        assertThatThrownBy(() -> FleetOptions.parse("--directory")).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> FleetOptions.parse("--authorized-keys", "root=x"))
                .hasMessageContaining("probe=FILE");
        assertThat(FleetOptions.parse("--authorized-keys", "deploy=k").authorizedKeys())
                .containsExactly(new FleetOptions.AuthorizedKeyFile(Account.DEPLOY, Path.of("k")));
    }
}
