package io.throughline.batch.connector.runner;

import static io.throughline.batch.connector.runner.HostOutcome.FAILED;
import static io.throughline.batch.connector.runner.HostOutcome.FENCED;
import static io.throughline.batch.connector.runner.HostOutcome.NOT_APPLIED;
import static io.throughline.batch.connector.runner.HostOutcome.REFUSED;
import static io.throughline.batch.connector.runner.HostOutcome.ROLLED_BACK;
import static io.throughline.batch.connector.runner.HostOutcome.UP_TO_DATE;
import static io.throughline.batch.connector.runner.HostOutcome.VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.batch.connector.HostAnswer;
import io.throughline.batch.connector.HostCommand;
import io.throughline.batch.connector.runner.Observation.Kind;
import io.throughline.release.domain.packaging.PackageArchive;
import io.throughline.release.domain.packaging.PackageContent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;

class HostRunnerTest extends HostRunnerOnOneHost {

    @Test
    void bringsAHostToTheVersionAndSaysSo() throws IOException {
        RunnerReport report = install(order(version("4.2.8"), 1));

        assertThat(report.outcome()).as(report.toString()).isEqualTo(VERIFIED);
        assertThat(report.before()).isEqualTo("4.2.7");
        assertThat(report.level()).isEqualTo("4.2.8").isEqualTo(level());
        assertThat(report.changed()).isTrue();
        assertThat(report.repeated()).isFalse();
        assertThat(report.evidence()).contains("installing from 4.2.7");
        assertThat(ledger()).containsExactly("install 4.2.8 4.2.7");
    }

    @Test
    void leavesNothingBehindButItsState() throws IOException {
        install(order(version("4.2.8"), 1));

        try (Stream<Path> state = Files.list(host.resolve("state"))) {
            assertThat(state.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("lock.1", "lock.2", "marker.cart", "token.cart");
        }
    }

    @Test
    void doesNotInstallAgainUnderTheSameReference() throws IOException {
        PackageOrder order = order(version("4.2.8"), 1);
        install(order);

        RunnerReport again = install(order);
        RunnerReport later = install(order.withToken(9));

        assertThat(again.outcome()).isEqualTo(VERIFIED);
        assertThat(again.repeated()).isTrue();
        assertThat(again.changed()).isFalse();
        assertThat(again.before()).isEqualTo("4.2.7");
        assertThat(later.outcome()).isEqualTo(VERIFIED);
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void findsAHostUpToDateThatAnotherDeploymentBroughtThere() throws IOException {
        PackageArchive archive = version("4.2.8");
        install(order(archive, 1));

        RunnerReport report = install(new PackageOrder(archive, Map.of(), 2, "DEP-000002"));

        assertThat(report.outcome()).isEqualTo(UP_TO_DATE);
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void findsAHostUpToDateThatWasPatchedByHand() throws IOException {
        Files.writeString(host.resolve("level"), "4.2.8\n");

        RunnerReport report = install(order(version("4.2.8"), 1));

        assertThat(report.outcome()).isEqualTo(UP_TO_DATE);
        assertThat(ledger()).isEmpty();
    }

    @Test
    void refusesAnOlderTokenAndDoesNothing() throws IOException {
        PackageArchive archive = version("4.2.8");
        runner.verify(target, order(archive, 7)).join();

        RunnerReport report = install(order(archive, 6));

        assertThat(report.outcome()).isEqualTo(FENCED);
        assertThat(report.reason()).isEqualTo("token 7 was here already");
        assertThat(ledger()).isEmpty();
    }

    @Test
    void tellsWhichStepFailedAndDoesNotTryAgainUnasked() throws IOException {
        PackageOrder order = order(version("4.2.8"), 1);
        disturb("break-install");

        RunnerReport failed = install(order);
        RunnerReport again = install(order.withToken(2));
        repair("break-install");
        RunnerReport retried = install(order.withToken(3).asRetry());

        assertThat(failed.outcome()).isEqualTo(FAILED);
        assertThat(failed.step()).isEqualTo("install");
        assertThat(failed.reason()).isEqualTo("the step install ended with 3");
        assertThat(failed.evidence()).contains("broken");
        assertThat(again.outcome()).isEqualTo(FAILED);
        assertThat(again.repeated()).isTrue();
        assertThat(again.changed()).isFalse();
        assertThat(retried.outcome()).isEqualTo(VERIFIED);
        assertThat(ledger()).hasSize(2);
    }

    @Test
    void failsWhenVerificationFails() throws IOException {
        disturb("break-verify");

        RunnerReport report = install(order(version("4.2.8"), 1));

        assertThat(report.outcome()).isEqualTo(FAILED);
        assertThat(report.step()).isEqualTo("verify");
    }

    @Test
    void failsWhenTheLevelIsNotReachedAfterAll() throws IOException {
        PackageArchive archive = TestPackage.version(base, "4.2.8", "echo 4.2.8-custom >level\n");
        Files.writeString(host.resolve("level"), "4.2.7\n");

        RunnerReport report = install(order(archive, 1));

        assertThat(report.outcome()).isEqualTo(FAILED);
    }

    @Test
    void stopsAStepThatRunsOutOfTime() throws IOException {
        disturb("hold");

        RunnerReport report = install(order(version("4.2.8"), 1));

        assertThat(report.outcome()).isEqualTo(FAILED);
        assertThat(report.reason()).isEqualTo("the step install ran out of time and was stopped");
        assertThat(level()).isEqualTo("4.2.7");
    }

    @Test
    void takesAPackageBackToTheLevelFromBefore() throws IOException {
        PackageArchive archive = version("4.2.8");
        install(order(archive, 1));

        RunnerReport report = runner.rollback(target, order(archive, 2)).join();
        RunnerReport again = runner.rollback(target, order(archive, 3)).join();

        assertThat(report.outcome()).as(report.toString()).isEqualTo(ROLLED_BACK);
        assertThat(level()).isEqualTo("4.2.7");
        assertThat(again.outcome()).isEqualTo(ROLLED_BACK);
        assertThat(again.repeated()).isTrue();
        assertThat(ledger()).containsExactly("install 4.2.8 4.2.7", "rollback");
        assertThat(runner.verify(target, order(archive, 4)).join().outcome()).isEqualTo(ROLLED_BACK);
    }

    @Test
    void takesAFailedInstallationBackToo() throws IOException {
        PackageArchive archive = version("4.2.8");
        disturb("break-install");
        install(order(archive, 1));

        assertThat(runner.rollback(target, order(archive, 1)).join().outcome()).isEqualTo(ROLLED_BACK);
        assertThat(level()).isEqualTo("4.2.7");
    }

    @Test
    void doesNotTakeBackWhatIsNotOurs() throws IOException {
        install(order(version("4.2.8"), 1));

        RunnerReport report =
                runner.rollback(target, order(version("4.2.9"), 2)).join();

        assertThat(report.outcome()).isEqualTo(REFUSED);
        assertThat(report.reason()).isEqualTo("this package was not applied here");
        assertThat(level()).isEqualTo("4.2.8");
    }

    @Test
    void installsAgainAfterARollback() throws IOException {
        PackageArchive archive = version("4.2.8");
        install(order(archive, 1));
        runner.rollback(target, order(archive, 2)).join();

        RunnerReport report = install(new PackageOrder(archive, Map.of(), 3, "DEP-000002"));

        assertThat(report.outcome()).isEqualTo(VERIFIED);
        assertThat(ledger()).hasSize(3);
    }

    @Test
    void refusesAPackageThatArrivesDamaged() throws IOException {
        PackageArchive archive = version("4.2.8");
        Path file = base.resolve("damaged.tar.gz");
        try (var in = archive.content().open()) {
            Files.copy(in, file);
        }
        PackageArchive sound = PackageArchive.read(PackageContent.of(file));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 20));

        RunnerReport report = install(order(sound, 1));

        assertThat(report.outcome()).isEqualTo(REFUSED);
        assertThat(report.reason()).startsWith("what arrived has the digest");
        assertThat(ledger()).isEmpty();
    }

    @Test
    void verifyingAnUntouchedHostSaysThatNothingHappenedAndKeepsItSo() throws IOException {
        PackageArchive archive = version("4.2.8");

        RunnerReport report = runner.verify(target, order(archive, 5)).join();

        assertThat(report.outcome()).isEqualTo(NOT_APPLIED);
        assertThat(report.level()).isEqualTo("4.2.7");
        assertThat(install(order(archive, 4)).outcome()).isEqualTo(FENCED);
    }

    @Test
    void keepsParametersAsTheyAreWhateverTheyHold() throws IOException {
        String note = "it's $(touch pwned) `touch pwned` ; touch pwned & \"$HOME\" \\ *";

        RunnerReport report = install(new PackageOrder(version("4.2.8"), Map.of("note", note), 1, "DEP-000001"));

        assertThat(report.outcome()).isEqualTo(VERIFIED);
        assertThat(host.resolve("note")).hasContent(note);
        assertThat(host.resolve("pwned")).doesNotExist();
    }

    @Test
    void probesWithoutWritingAnything() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("pattern", "a\n'b' $(touch pwned)");
        parameters.put("count", "3");

        Observation seen = runner.probe(
                        target,
                        "printf '%s|%s|%s|' \"$1\" \"$2\" \"$THROUGHLINE_PARAM_COUNT\"; exit 4",
                        parameters,
                        Duration.ofSeconds(5))
                .join();

        assertThat(seen.kind()).as(seen.toString()).isEqualTo(Kind.ANSWERED);
        assertThat(seen.exit()).isEqualTo(4);
        assertThat(seen.output()).isEqualTo("a\n'b' $(touch pwned)|3|3|");
        assertThat(host.resolve("state")).doesNotExist();
        assertThat(host.resolve("pwned")).doesNotExist();
    }

    @Test
    void stopsAProbeThatRunsOutOfTimeAndCutsOneThatTalksTooMuch() {
        Observation slow = runner.probe(target, "echo begun; sleep 20", Map.of(), Duration.ofSeconds(1))
                .join();
        Observation loud = runner.probe(
                        target, "head -c 100000 /dev/zero | tr '\\0' x", Map.of(), Duration.ofSeconds(5))
                .join();

        assertThat(slow.kind()).as(slow.toString()).isEqualTo(Kind.TIMED_OUT);
        assertThat(slow.output()).contains("begun");
        assertThat(loud.exit()).isZero();
        assertThat(loud.output())
                .hasSizeLessThan(HostRunner.LONGEST_OUTPUT + 100)
                .endsWith("left out ...]\n");
    }

    @Test
    void readsTheLevelAndWhatTheHostRemembers() throws IOException {
        PackageArchive archive = version("4.2.8");
        Observation untouched = runner.level(target, "cart", archive.levelScript(), Duration.ofSeconds(5))
                .join();
        install(order(archive, 3));

        Observation seen = runner.level(target, "cart", archive.levelScript(), Duration.ofSeconds(5))
                .join();

        assertThat(untouched.level()).contains("4.2.7");
        assertThat(untouched.marker()).isEmpty();
        assertThat(seen.level()).contains("4.2.8");
        assertThat(seen.marker())
                .contains(new HostMarker("verified", "4.2.8", archive.digest(), "4.2.7", "3", "DEP-000001"));
    }

    @Test
    void failsBeforeItTouchesAHostWhoseLevelCannotBeRead() throws IOException {
        Files.writeString(host.resolve("level"), "what is this?\n");

        RunnerReport report = install(order(version("4.2.8"), 1));

        assertThat(report.outcome()).isEqualTo(FAILED);
        assertThat(report.step()).isEqualTo("level");
        assertThat(report.reason()).isEqualTo("the level script printed no version");
        assertThat(report.changed()).isFalse();
        assertThat(ledger()).isEmpty();
    }

    @Test
    void refusesWhenTheStateCannotBeKept() throws IOException {
        Files.writeString(host.resolve("state"), "a file where the folder should be");

        RunnerReport report = install(order(version("4.2.8"), 1));

        assertThat(report.outcome()).isEqualTo(REFUSED);
        assertThat(report.reason()).isEqualTo("the state folder cannot be written");
        assertThat(ledger()).isEmpty();
    }

    @Test
    void looksIntoAnArchiveItselfBeforeItUnpacks() throws Exception {
        for (TarArchiveEntry entry : List.of(
                new TarArchiveEntry("link", TarConstants.LF_SYMLINK), new TarArchiveEntry("/../../outside", true))) {
            entry.setLinkName(entry.isSymbolicLink() ? "/etc" : "");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
            String line = new RunnerCommand("install")
                    .with("product", "cart")
                    .with("version", "1")
                    .with("digest", digest)
                    .with("token", "1")
                    .line(Map.of());

            HostAnswer answer = local.execute(
                            target,
                            new HostCommand(
                                    line,
                                    () -> new ByteArrayInputStream(bytes.toByteArray()),
                                    Duration.ofSeconds(5),
                                    HostCommand.USUAL_OUTPUT_LIMIT))
                    .join();

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            HostAnswer.Answered.class,
                            answered -> assertThat(answered.output()).contains("result=REFUSED", "reason=archive"));
        }
    }
}
