package io.throughline.batch.connector.runner;

import static io.throughline.batch.connector.runner.HostOutcome.BUSY;
import static io.throughline.batch.connector.runner.HostOutcome.FENCED;
import static io.throughline.batch.connector.runner.HostOutcome.HALF_APPLIED;
import static io.throughline.batch.connector.runner.HostOutcome.IN_DOUBT;
import static io.throughline.batch.connector.runner.HostOutcome.ROLLED_BACK;
import static io.throughline.batch.connector.runner.HostOutcome.VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.release.domain.packaging.PackageArchive;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostRunnerInterruptedTest extends HostRunnerOnOneHost {

    private PackageArchive archive;

    @BeforeEach
    void aPackageThatTakesItsTime() throws IOException {
        archive = version("4.2.8");
        disturb("hold");
    }

    @Test
    void asksASecondRunnerToWait() throws IOException {
        CompletableFuture<RunnerReport> first = begin(order(archive, 1));
        awaitInstallation(1);

        RunnerReport second = install(order(archive, 1));
        CompletableFuture<RunnerReport> patient =
                runner.verify(target, order(archive, 2).waiting(Duration.ofSeconds(20)));
        repair("hold");

        assertThat(second.outcome()).isEqualTo(BUSY);
        assertThat(second.reason()).isEqualTo("another runner works on this host");
        assertThat(patient.join().outcome()).isEqualTo(VERIFIED);
        assertThat(first.join().outcome()).isEqualTo(VERIFIED);
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void letsOnlyOneOfManyInstall() throws IOException {
        repair("hold");
        List<CompletableFuture<RunnerReport>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(begin(order(archive, 1).waiting(Duration.ofSeconds(20))));
        }

        assertThat(all.stream().map(CompletableFuture::join).toList())
                .allSatisfy(report -> assertThat(report.outcome()).isEqualTo(VERIFIED))
                .filteredOn(RunnerReport::changed)
                .hasSize(1);
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void goesOnWhenTheRunnerIsAskedToEnd() throws IOException {
        CompletableFuture<RunnerReport> first = begin(order(archive, 1));
        awaitInstallation(1);

        local.latest().destroy();
        repair("hold");

        assertThat(first.join().outcome()).isEqualTo(VERIFIED);
    }

    @Test
    void waitsForTheScriptOfAKilledRunnerAndCountsItsWork() throws IOException {
        CompletableFuture<RunnerReport> first = begin(order(archive, 1));
        awaitInstallation(1);

        local.latest().destroyForcibly();
        RunnerReport tooEarly = install(order(archive, 2));
        repair("hold");
        await().atMost(Duration.ofSeconds(10)).until(() -> level().equals("4.2.8"));
        RunnerReport resumed = install(order(archive, 3).waiting(Duration.ofSeconds(10)));

        assertThat(first.join().outcome()).isEqualTo(IN_DOUBT);
        assertThat(tooEarly.outcome()).isEqualTo(BUSY);
        assertThat(resumed.outcome()).isEqualTo(VERIFIED);
        assertThat(resumed.resumed()).isTrue();
        assertThat(resumed.changed()).isFalse();
        assertThat(resumed.before()).isEqualTo("4.2.7");
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void resumesAnInstallationThatTheHostBrokeOff() throws IOException {
        crashInTheMiddle();

        RunnerReport seen = runner.verify(target, order(archive, 2)).join();
        RunnerReport older = install(order(archive, 1));
        repair("hold");
        RunnerReport resumed = install(order(archive, 2));

        assertThat(seen.outcome()).isEqualTo(HALF_APPLIED);
        assertThat(older.outcome()).isEqualTo(FENCED);
        assertThat(resumed.outcome()).isEqualTo(VERIFIED);
        assertThat(resumed.resumed()).isTrue();
        assertThat(resumed.before()).isEqualTo("4.2.7");
    }

    @Test
    void takesAnInstallationBackThatTheHostBrokeOff() throws IOException {
        crashInTheMiddle();

        assertThat(runner.rollback(target, order(archive, 2)).join().outcome()).isEqualTo(ROLLED_BACK);
        assertThat(level()).isEqualTo("4.2.7");
    }

    private void crashInTheMiddle() throws IOException {
        CompletableFuture<RunnerReport> first = begin(order(archive, 1));
        awaitInstallation(1);
        List<ProcessHandle> all = new ArrayList<>(local.latest().descendants().toList());
        local.latest().destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        assertThat(first.join().outcome()).isEqualTo(IN_DOUBT);
        await().atMost(Duration.ofSeconds(5)).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    private void awaitInstallation(int lines) {
        await().atMost(Duration.ofSeconds(10)).until(() -> ledger().size() == lines);
    }
}
