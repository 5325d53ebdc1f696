package io.throughline.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.fleet.host.Fault;
import io.throughline.fleet.host.HostDescription;
import io.throughline.fleet.ssh.Account;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.session.ClientSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {

    private static final String HOST = "ams1-cart-07";

    @TempDir
    Path directory;

    private FleetFixture fixture;

    @BeforeEach
    void aFleetOfOne() throws Exception {
        fixture = new FleetFixture(directory);
        fixture.fleet()
                .add(
                        List.of(HostDescription.named(HOST)
                                .withApplications("shopping-cart")
                                .withFiles(Map.of("shopping-cart/VERSION", "4.2.7\n"))),
                        false);
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private Socket dial() throws IOException {
        Socket socket = new Socket();
        socket.connect(fixture.fleet().host(HOST).address(), 2_000);
        socket.setSoTimeout(300);
        return socket;
    }

    @Test
    void aHostThatIsDownRefusesConnectionsUntilItIsRepaired() throws Exception {
        fixture.fleet().fault(HOST, Fault.DOWN);

        assertThatThrownBy(this::dial).isInstanceOf(ConnectException.class);

        fixture.fleet().fault(HOST, Fault.NONE);
        assertThat(fixture.run(HOST, "echo back").out()).isEqualTo("back\n");
    }

    @Test
    void aHostThatGoesDownTakesItsProcessesAlong() throws Exception {
        Path home = fixture.fleet().host(HOST).directory().path();
        try (ClientSession session = fixture.connect(Account.DEPLOY, HOST);
                ChannelExec channel = session.createExecChannel("echo $$ > running; sleep 30; touch survived")) {
            channel.open().verify(10_000);
            await().until(() -> Files.exists(home.resolve("running"))
                    && !Files.readString(home.resolve("running")).isEmpty());
            long pid = Long.parseLong(Files.readString(home.resolve("running")).strip());

            fixture.fleet().fault(HOST, Fault.DOWN);

            await().until(() -> ProcessHandle.of(pid).isEmpty());
            await().until(session::isClosed);
        }
        assertThat(home.resolve("survived")).doesNotExist();
    }

    @Test
    void aMuteHostAcceptsAndNeverAnswers() throws Exception {
        fixture.fleet().fault(HOST, Fault.MUTE);

        try (Socket socket = dial()) {
            socket.getOutputStream().write("SSH-2.0-test\r\n".getBytes());
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }

        fixture.fleet().fault(HOST, Fault.NONE);
        assertThat(fixture.run(HOST, "echo back").out()).isEqualTo("back\n");
    }

    @Test
    void aWrongHostKeyIsAnotherKeyEachTimeTheSame() throws Exception {
        String known = fixture.fleet().host(HOST).publicKey();
        fixture.run(HOST, "true");
        assertThat(fixture.shownKey()).isEqualTo(known);

        fixture.fleet().fault(HOST, Fault.WRONG_HOST_KEY);

        fixture.run(HOST, "true");
        String other = fixture.shownKey();
        assertThat(other).isNotEqualTo(known);
        fixture.restart();
        fixture.run(HOST, "true");
        assertThat(fixture.shownKey()).isEqualTo(other);
        assertThat(fixture.fleet().host(HOST).publicKey()).isEqualTo(known);
    }

    @Test
    void aSlowHostStartsCommandsLate() throws Exception {
        fixture.fleet().fault(HOST, Fault.SLOW, Duration.ofMillis(700));

        long before = System.nanoTime();
        fixture.run(HOST, "true");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(700));
    }

    @Test
    void aFullDiskTakesNoLargeFile() throws Exception {
        fixture.fleet().fault(HOST, Fault.DISK_FULL);

        var answer = fixture.run(
                Account.DEPLOY, HOST, "echo small > note && cat > package || echo no room", new byte[100_000]);

        assertThat(answer.out()).isEqualTo("no room\n");
        assertThat(fixture.run(HOST, "cat note").out()).isEqualTo("small\n");
    }

    @Test
    void whatKeepsAnInstallFromWorkingLiesInTheApplicationsFolder() throws Exception {
        fixture.fleet().fault(HOST, Fault.INSTALL_FAILS);
        assertThat(fixture.run(HOST, "ls shopping-cart").out()).isEqualTo("LOCKED\nVERSION\n");

        fixture.fleet().fault(HOST, Fault.VERIFY_FAILS);
        assertThat(fixture.run(HOST, "ls shopping-cart; cat shopping-cart/WORKS_ONLY_WITH")
                        .out())
                .isEqualTo("VERSION\nWORKS_ONLY_WITH\n4.2.7\n");

        fixture.fleet().fault(HOST, Fault.NONE);
        assertThat(fixture.run(HOST, "ls shopping-cart").out()).isEqualTo("VERSION\n");
    }

    @Test
    void anUnknownHostOrFaultIsNamed() {
        assertThatThrownBy(() -> fixture.fleet().fault("nobody", Fault.DOWN))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> Fault.of("bent")).hasMessageContaining("bent").hasMessageContaining("wrong-host-key");
    }
}
