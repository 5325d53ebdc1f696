package io.throughline.batch.rollout;

import io.throughline.batch.connector.HostTarget;
import io.throughline.batch.connector.runner.HostOutcome;
import io.throughline.batch.connector.runner.HostRunner;
import io.throughline.batch.connector.runner.Observation;
import io.throughline.batch.connector.runner.PackageOrder;
import io.throughline.batch.connector.runner.RunnerReport;
import io.throughline.kernel.domain.Times;
import io.throughline.release.domain.TestResult.Part;
import io.throughline.release.domain.TestResult.Step;
import io.throughline.release.domain.packaging.PackageArchive;
import io.throughline.release.domain.packaging.PackageStep;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries a package on a test server: installs it, asks again whether it is there, takes it back, and looks whether the
 * level from before is there again. What follows a part that did not pass is not run, except the way back.
 */
final class ReleaseTrial {

    private final HostRunner runner;
    private final HostTarget host;
    private final PackageArchive archive;
    private final PackageOrder order;
    private final Clock clock;
    private final List<Step> steps = new ArrayList<>();

    ReleaseTrial(HostRunner runner, HostTarget host, PackageArchive archive, PackageOrder order, Clock clock) {
        this.runner = runner;
        this.host = host;
        this.archive = archive;
        this.order = order;
        this.clock = clock;
    }

    List<Step> run() {
        RunnerReport installed = runner.install(host, order).join();
        boolean fresh = installed.outcome() == HostOutcome.VERIFIED;
        add(Part.INSTALL, fresh, installed);
        if (fresh) {
            RunnerReport verified = runner.verify(host, order).join();
            add(Part.VERIFY, verified.outcome() == HostOutcome.VERIFIED, verified);
        }
        if (fresh || installed.changed()) {
            goBack(installed.before());
        }
        return List.copyOf(steps);
    }

    private void goBack(String before) {
        RunnerReport back = runner.rollback(host, order).join();
        add(Part.ROLLBACK, back.outcome() == HostOutcome.ROLLED_BACK, back);
        if (back.outcome() != HostOutcome.ROLLED_BACK) {
            return;
        }
        Observation seen = runner.level(
                        host,
                        archive.manifest().product(),
                        archive.levelScript(),
                        archive.manifest().limit(PackageStep.LEVEL))
                .join();
        String level = seen.level().orElse("unknown");
        steps.add(new Step(
                Part.VERIFY_ROLLBACK,
                level.equals(before),
                "level " + level + ", before the test " + before + said(seen.reason()),
                seen.duration().toMillis(),
                Times.now(clock)));
    }

    private void add(Part part, boolean passed, RunnerReport report) {
        String found = "%s; level before %s, now %s%s\n%s"
                .formatted(
                        passed ? report.outcome() : explained(report.outcome()),
                        report.before(),
                        report.level(),
                        said(report.reason()),
                        report.evidence());
        steps.add(new Step(part, passed, found, report.duration().toMillis(), Times.now(clock)));
    }

    private static String explained(HostOutcome outcome) {
        return outcome == HostOutcome.UP_TO_DATE
                ? "UP_TO_DATE: the test server had the version already, so nothing could be tried"
                : outcome.name();
    }

    private static String said(String reason) {
        return reason.isEmpty() ? "" : "; " + reason;
    }
}
