package io.throughline.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.fleet.host.HostDescription;
import io.throughline.fleet.ssh.Account;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsOnHostsTest {

    @TempDir
    Path directory;

    private FleetFixture fixture;

    @BeforeEach
    void aFleetOfTwo() throws Exception {
        fixture = new FleetFixture(directory);
        fixture.fleet()
                .add(
                        List.of(
                                HostDescription.named("ams1-cart-01")
                                        .withFiles(Map.of("shopping-cart/VERSION", "4.2.7\n")),
                                HostDescription.named("ams1-cart-02")),
                        false);
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void runInTheHostsOwnDirectory() throws Exception {
        var answer = fixture.run("ams1-cart-01", "cat shopping-cart/VERSION; pwd; echo $HOME");

        String home = fixture.fleet().host("ams1-cart-01").directory().path().toString();
        assertThat(answer.out()).isEqualTo("4.2.7\n" + home + '\n' + home + '\n');
        assertThat(answer.status()).isZero();
        assertThat(fixture.run("ams1-cart-02", "ls").out()).doesNotContain("shopping-cart");
    }

    @Test
    void seeACleanEnvironment() throws Exception {
        var answer = fixture.run("ams1-cart-01", "env | cut -d= -f1 | sort | xargs");

        assertThat(answer.out().trim()).isEqualTo("HOME LANG LOGNAME PATH PWD SHELL SSH_CONNECTION TMPDIR USER");
    }

    @Test
    void reportTheirStatusAndBothOutputs() throws Exception {
        var answer = fixture.run("ams1-cart-01", "echo fine; echo trouble >&2; exit 3");

        assertThat(answer).isEqualTo(new FleetFixture.Answer(3, "fine\n", "trouble\n"));
    }

    @Test
    void takeAPackageOnStandardInput() throws Exception {
        byte[] content = "x".repeat(200_000).getBytes(StandardCharsets.UTF_8);

        var answer = fixture.run(Account.DEPLOY, "ams1-cart-01", "cat > package && wc -c < package", content);

        assertThat(answer.out().trim()).isEqualTo("200000");
    }

    @Test
    void outliveTheClientThatSentThem() throws Exception {
        Path begun = fixture.fleet().host("ams1-cart-01").directory().path().resolve("begun");
        Path done = begun.resolveSibling("done");
        try (ClientSession session = fixture.connect(Account.DEPLOY, "ams1-cart-01");
                ChannelExec channel = session.createExecChannel("touch begun; cat; echo output; sleep 1; touch done")) {
            channel.open().verify(10_000);
            await().until(() -> Files.exists(begun));
            session.close(true);
        }

        await().until(() -> Files.exists(done));
    }

    @Test
    void cannotWriteUnderTheProbeAccount() throws Exception {
        var answer = fixture.run(
                Account.PROBE,
                "ams1-cart-01",
                "cat shopping-cart/VERSION; echo 9 > shopping-cart/VERSION; echo 9 > new; ls .ssh/*; rm -f host.properties",
                new byte[0]);

        assertThat(answer.out()).startsWith("4.2.7\n").doesNotContain("ed25519");
        var after = fixture.run("ams1-cart-01", "cat shopping-cart/VERSION; ls");
        assertThat(after.out())
                .startsWith("4.2.7\n")
                .contains("host.properties")
                .doesNotContain("new");
    }

    @Test
    void areRefusedToAStranger() throws GeneralSecurityException {
        assertThatThrownBy(() -> {
                    try (SshClient stranger = SshClient.setUpDefaultClient()) {
                        stranger.setServerKeyVerifier((session, address, key) -> true);
                        stranger.start();
                        var address = fixture.fleet().host("ams1-cart-01").address();
                        try (ClientSession session = stranger.connect("deploy", address)
                                .verify(10_000)
                                .getSession()) {
                            session.addPasswordIdentity("deploy");
                            session.auth().verify(10_000);
                        }
                    }
                })
                .isInstanceOf(SshException.class);
    }
}
