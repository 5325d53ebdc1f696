package io.throughline.batch.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.batch.connector.ExpectedHostKey;
import io.throughline.batch.connector.HostAnswer;
import io.throughline.batch.connector.HostAnswer.Answered;
import io.throughline.batch.connector.HostAnswer.InDoubt;
import io.throughline.batch.connector.HostAnswer.Quarantined;
import io.throughline.batch.connector.HostAnswer.Unreachable;
import io.throughline.batch.connector.HostCommand;
import io.throughline.batch.connector.HostTarget;
import io.throughline.batch.connector.runner.HostOutcome;
import io.throughline.batch.connector.runner.HostRunner;
import io.throughline.batch.connector.runner.PackageOrder;
import io.throughline.batch.connector.runner.RunnerReport;
import io.throughline.batch.connector.runner.TestPackage;
import io.throughline.release.domain.packaging.PackageArchive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.sshd.common.channel.ChannelFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshHostConnectorTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    static Path keys;

    private static SshIdentity identity;
    private static SshHostConnector connector;

    @TempDir
    Path base;

    private Path folder;
    private TestHost host;

    @BeforeAll
    static void openConnector() {
        identity = SshIdentity.loadOrCreate(keys.resolve("id_ed25519"));
        connector = new SshHostConnector(
                identity, new SshLimits(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(3)));
    }

    @AfterAll
    static void closeConnector() {
        connector.close();
    }

    @BeforeEach
    void startHost() throws Exception {
        folder = Files.createDirectory(base.resolve("host"));
        host = new TestHost(identity, folder);
    }

    @AfterEach
    void stopHost() throws IOException {
        host.close();
    }

    @Test
    void bringsBackStatusAndBothOutputs() {
        assertThat(execute(new HostCommand("echo out; echo err >&2; exit 7", LIMIT)))
                .isInstanceOfSatisfying(Answered.class, answered -> {
                    assertThat(answered.exit()).isEqualTo(7);
                    assertThat(answered.output()).isEqualTo("out\n");
                    assertThat(answered.errors()).isEqualTo("err\n");
                });
    }

    @Test
    void carriesInputOfAnySizeAndItsEnd() {
        byte[] much = new byte[40_000_000];

        HostAnswer answer = execute(
                new HostCommand("wc -c", () -> new ByteArrayInputStream(much), LIMIT, HostCommand.USUAL_OUTPUT_LIMIT));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(answered.output().strip()).isEqualTo("40000000"));
    }

    @Test
    void takesTheAnswerOfACommandThatDoesNotReadItsInput() {
        byte[] much = new byte[20_000_000];

        for (int i = 0; i < 10; i++) {
            assertThat(execute(new HostCommand("exit 3", () -> new ByteArrayInputStream(much), LIMIT, 100)))
                    .isInstanceOfSatisfying(
                            Answered.class,
                            answered -> assertThat(answered.exit()).isEqualTo(3));
        }
    }

    @Test
    void keepsOnlyTheBeginningOfAFloodAndNoControlCharacters() {
        assertThat(execute(new HostCommand("printf 'a\\033[31mb\\r\\n'; head -c 20000000 /dev/zero", LIMIT)))
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(answered.output())
                                .startsWith("a?[31mb\n???")
                                .endsWith("[... 19934473 bytes left out ...]\n")
                                .hasSizeLessThan(HostCommand.USUAL_OUTPUT_LIMIT + 100));
    }

    @Test
    void quarantinesAHostThatShowsAnotherKeyAndSendsNothing() {
        ExpectedHostKey other = ExpectedHostKey.parse("SHA256:" + "A".repeat(43));

        assertThat(execute(host.target(other), new HostCommand("touch touched", LIMIT)))
                .isInstanceOfSatisfying(
                        Quarantined.class,
                        quarantined -> assertThat(quarantined.reason())
                                .contains("is not the expected one: it shows ssh-ed25519 "
                                        + host.key().fingerprint()));
        assertThat(host.logins()).isZero();
        assertThat(folder.resolve("touched")).doesNotExist();
    }

    @Test
    void quarantinesAHostWhoseKeyNobodyKnows() {
        assertThat(execute(host.target(new ExpectedHostKey[0]), new HostCommand("true", LIMIT)))
                .isInstanceOfSatisfying(
                        Quarantined.class,
                        quarantined -> assertThat(quarantined.reason())
                                .startsWith("no host key is known for cart-01")
                                .endsWith(host.key().fingerprint()));
        assertThat(host.logins()).isZero();
    }

    @Test
    void takesTheFingerprintOfAKeyForTheKey() {
        ExpectedHostKey fingerprint = ExpectedHostKey.parse(host.key().fingerprint());

        assertThat(execute(host.target(fingerprint), new HostCommand("true", LIMIT)))
                .isInstanceOf(Answered.class);
    }

    @Test
    void findsAHostUnreachableThatRefusesConnections() throws IOException {
        HostTarget target = host.target();
        host.close();

        assertThat(execute(target, new HostCommand("true", LIMIT)))
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        unreachable ->
                                assertThat(unreachable.reason()).startsWith("no connection at cart-01 (127.0.0.1:"));
    }

    @Test
    void findsAHostUnreachableThatRefusesOurKey() {
        host.server().setPublickeyAuthenticator((user, key, session) -> false);

        assertThat(execute(new HostCommand("touch touched", LIMIT)))
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        unreachable -> assertThat(unreachable.reason()).startsWith("no login at cart-01"));
        assertThat(folder.resolve("touched")).doesNotExist();
    }

    @Test
    void findsAHostUnreachableThatOpensNoChannel() {
        host.server().setChannelFactories(List.<ChannelFactory>of());

        assertThat(execute(new HostCommand("true", LIMIT)))
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        unreachable -> assertThat(unreachable.reason()).startsWith("no channel at cart-01"));
    }

    @Test
    void doesNotWaitForAHostThatTakesTheConnectionAndStaysMute() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            HostTarget target = new HostTarget("mute", "127.0.0.1", mute.getLocalPort(), "deploy", List.of(host.key()));

            HostAnswer answer = execute(target, new HostCommand("true", LIMIT));

            assertThat(answer).isInstanceOf(Unreachable.class);
            assertThat(answer.duration()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(8));
        }
    }

    @Test
    void isInDoubtWhenTheCommandDoesNotEndInTime() {
        HostAnswer answer = execute(new HostCommand("echo begun; sleep 20", Duration.ofSeconds(1)));

        assertThat(answer).isInstanceOfSatisfying(InDoubt.class, inDoubt -> {
            assertThat(inDoubt.reason()).startsWith("no answer at cart-01").contains("1.0 s");
            assertThat(inDoubt.output()).isEqualTo("begun\n");
        });
    }

    @Test
    void isInDoubtWhenTheConnectionBreaksAfterTheCommandWasSent() {
        CompletableFuture<HostAnswer> answer =
                connector.execute(host.target(), new HostCommand("touch begun; sleep 20", LIMIT));
        await().until(() -> Files.exists(folder.resolve("begun")));

        host.server().getActiveSessions().forEach(session -> session.close(true));

        assertThat(answer.join()).isInstanceOf(InDoubt.class);
    }

    @Test
    void endsWhatIsUnderWayWhenItIsClosed() {
        SshHostConnector own = new SshHostConnector(identity, SshLimits.usual());
        CompletableFuture<HostAnswer> answer =
                own.execute(host.target(), new HostCommand("touch begun; sleep 20", LIMIT));
        await().until(() -> Files.exists(folder.resolve("begun")));

        own.close();

        assertThat(answer.join()).isInstanceOf(InDoubt.class);
    }

    @Test
    void talksToManyHostsAtOnce() {
        SshLimits patient = new SshLimits(LIMIT.multipliedBy(3), LIMIT.multipliedBy(3), LIMIT.multipliedBy(3));
        try (SshHostConnector own = new SshHostConnector(identity, patient)) {
            List<CompletableFuture<HostAnswer>> answers = IntStream.range(0, 40)
                    .mapToObj(i -> own.execute(host.target(), new HostCommand("echo " + i, LIMIT.multipliedBy(3))))
                    .toList();

            for (int i = 0; i < answers.size(); i++) {
                String expected = i + "\n";
                assertThat(answers.get(i).join())
                        .isInstanceOfSatisfying(
                                Answered.class,
                                answered -> assertThat(answered.output()).isEqualTo(expected));
            }
        }
    }

    @Test
    void doesNotApplyAPackageTwiceWhenTheLineBreaksDuringTheInstallation() throws IOException {
        HostRunner runner = new HostRunner(connector);
        PackageArchive archive = TestPackage.version(base, "4.2.8");
        PackageOrder order = new PackageOrder(archive, Map.of(), 1, "DEP-000001");
        Files.writeString(folder.resolve("level"), "4.2.7\n");
        Files.createFile(folder.resolve("hold"));
        CompletableFuture<RunnerReport> first = runner.install(host.target(), order);
        await().atMost(LIMIT).until(() -> Files.exists(folder.resolve("ledger")));

        host.server().getActiveSessions().forEach(session -> session.close(true));
        RunnerReport lost = first.join();
        RunnerReport tooEarly = runner.verify(host.target(), order.withToken(2)).join();
        Files.delete(folder.resolve("hold"));
        RunnerReport found =
                runner.verify(host.target(), order.withToken(3).waiting(LIMIT)).join();
        RunnerReport again = runner.install(host.target(), order.withToken(4)).join();

        assertThat(lost.outcome()).isEqualTo(HostOutcome.IN_DOUBT);
        assertThat(tooEarly.outcome()).as(tooEarly.toString()).isEqualTo(HostOutcome.BUSY);
        assertThat(found.outcome()).as(found.toString()).isEqualTo(HostOutcome.VERIFIED);
        assertThat(again.outcome()).isEqualTo(HostOutcome.VERIFIED);
        assertThat(again.changed()).isFalse();
        assertThat(folder.resolve("ledger")).hasContent("install 4.2.8 4.2.7");
    }

    private HostAnswer execute(HostCommand command) {
        return execute(host.target(), command);
    }

    private static HostAnswer execute(HostTarget target, HostCommand command) {
        return connector
                .execute(target, command)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
