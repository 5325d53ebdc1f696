package io.throughline.release.service;

import io.throughline.kernel.persistence.History;
import io.throughline.release.domain.Release;
import io.throughline.release.domain.ReleasePackage;
import io.throughline.release.domain.ReleaseState;
import io.throughline.release.domain.ReleaseTest;
import io.throughline.release.domain.ReleaseVerb;
import io.throughline.release.domain.Strategy;
import io.throughline.release.domain.TestResult;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.List;

/**
 * A release.
 *
 * @param wantedVersion the level that servers have afterwards
 * @param manager number of the Release Manager
 * @param attached the package; null until there is one
 * @param deployment number of the deployment that is planned or ran
 * @param repeats number of the accepted release that this one carries out again; null when it is none
 * @param history null in lists
 */
public record ReleaseView(
        String number,
        long version,
        ReleaseState state,
        List<ReleaseVerb> allowed,
        String change,
        String title,
        String product,
        String wantedVersion,
        String priority,
        boolean emergency,
        String manager,
        String owner,
        String specialist,
        StrategyView strategy,
        @JsonbProperty("package") Attached attached,
        String builtBy,
        List<Test> tests,
        String acceptedBy,
        String acceptance,
        String deployment,
        String repeats,
        List<History.Step> history,
        String thread) {

    /** How it is to be brought out. */
    public record StrategyView(String text, String pilots, String window, String deploymentModel) {

        static StrategyView from(Strategy strategy) {
            return new StrategyView(strategy.text(), strategy.pilots(), strategy.window(), strategy.deploymentModel());
        }
    }

    /** The package by which the release is built. */
    public record Attached(
            String number, String sha256, long size, String signature, String signedBy, String uploadedBy) {

        static Attached from(ReleasePackage stored) {
            return new Attached(
                    stored.number().toString(),
                    stored.digest(),
                    stored.size(),
                    stored.signature().value(),
                    stored.signature().signedBy(),
                    stored.uploadedBy());
        }
    }

    /** A test of the package that was attached then. */
    public record Test(
            String sha256, String server, String job, boolean passed, Instant at, List<TestResult.Step> steps) {

        static Test from(ReleaseTest test) {
            TestResult result = test.result();
            return new Test(result.digest(), result.server(), result.job(), test.passed(), test.at(), result.steps());
        }
    }

    static ReleaseView from(Release release, ReleasePackage attached, List<History.Step> history, String thread) {
        return new ReleaseView(
                release.number().toString(),
                release.version(),
                release.state(),
                release.state().allowed(),
                release.change(),
                release.order().title(),
                release.order().product(),
                release.order().version(),
                release.order().priority(),
                release.order().emergency(),
                release.order().manager(),
                release.owner(),
                release.specialist(),
                release.strategy().map(StrategyView::from).orElse(null),
                attached == null ? null : Attached.from(attached),
                release.builtBy(),
                release.tests().stream().map(Test::from).toList(),
                release.acceptedBy(),
                release.acceptance(),
                release.deployment(),
                release.repeats(),
                history,
                thread);
    }
}
