package io.throughline.deployment.domain;

import static io.throughline.deployment.domain.Deployments.DEPLOYER;
import static io.throughline.deployment.domain.Deployments.PLANNER;
import static io.throughline.deployment.domain.Deployments.SECOND;
import static io.throughline.deployment.domain.Deployments.SERVER;
import static io.throughline.deployment.domain.Deployments.VERIFIER;
import static io.throughline.deployment.domain.Deployments.by;
import static io.throughline.deployment.domain.Deployments.machine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.deployment.domain.target.TargetAction;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Forbidden;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeploymentRulesTest {

    /** Who started, resumed, retried or rolled back is a deployer, and never verifies. */
    static Stream<Arguments> peopleAndWhetherTheyMayVerify() {
        return Stream.of(
                Arguments.of("starter", DEPLOYER, false),
                Arguments.of("who resumed", "PER-000011", false),
                Arguments.of("who retried", "PER-000012", false),
                Arguments.of("who rolled back", "PER-000013", false),
                Arguments.of("planner", PLANNER, true),
                Arguments.of("second person of an exclusion", SECOND, true),
                Arguments.of("somebody else", VERIFIER, true));
    }

    @ParameterizedTest(name = "{0} may verify: {2}")
    @MethodSource("peopleAndWhetherTheyMayVerify")
    void whoDeployedNeverVerifies(String who, String person, boolean may) {
        Deployment deployment = Deployments.in(DeploymentState.RUNNING);
        deployment.exclude(SERVER, by(DEPLOYER));
        deployment.approveExclusion(SERVER, false, by(SECOND));
        deployment.pause(by(DEPLOYER));
        deployment.resume("PER-000011", Map.of(), by("PER-000011"));
        deployment.retry("PER-000012", Set.of(1), by("PER-000012"));
        deployment.rollBack("PER-000013", by("PER-000013"));
        deployment.finish(true, machine());

        if (may) {
            assertThatCode(() -> deployment.verify("seen", by(person))).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> deployment.verify("seen", by(person)))
                    .isInstanceOf(Forbidden.class)
                    .hasMessageContaining("deployer");
            assertThat(deployment.state()).isEqualTo(DeploymentState.BACKED_OUT);
        }
    }

    /** Whoever asks, in every state in which it can be asked: anybody else may approve, also who deploys. */
    static Stream<Arguments> everyAskerAndApprover() {
        List<String> people = List.of(PLANNER, DEPLOYER, SECOND, VERIFIER);
        return Stream.of(DeploymentState.values())
                .filter(state -> state.allowed().contains(DeploymentVerb.APPROVE_EXCLUSION))
                .flatMap(state -> people.stream()
                        .flatMap(asker -> people.stream().map(approver -> Arguments.of(state, asker, approver))));
    }

    @ParameterizedTest(name = "{0}: asked by {1}, approved by {2}")
    @MethodSource("everyAskerAndApprover")
    void whoAskedForAnExclusionNeverApprovesIt(DeploymentState state, String asker, String approver) {
        Deployment deployment = Deployments.in(state);
        deployment.exclude(SERVER, by(asker));

        if (approver.equals(asker)) {
            assertThatThrownBy(() -> deployment.approveExclusion(SERVER, false, by(approver)))
                    .isInstanceOf(Forbidden.class)
                    .hasMessageContaining("asked for the exclusion");
        } else {
            deployment.approveExclusion(SERVER, false, by(approver));
        }
        assertThat(deployment.exclusion(SERVER))
                .get()
                .matches(exclusion -> exclusion.isApproved() != approver.equals(asker));
    }

    @Test
    void aServerIsExcludedOnceOnly() {
        Deployment deployment = Deployments.in(DeploymentState.PAUSED);
        deployment.exclude(SERVER, by(DEPLOYER));

        assertThatThrownBy(() -> deployment.exclude(SERVER, by(SECOND))).isInstanceOf(Conflict.class);
    }

    @Test
    void aFailedWaveIsResumedOnlyWhenItBearsWhatStillFails() {
        Deployment deployment = Deployments.in(DeploymentState.RUNNING);
        Wave canary = deployment.waves().get(0);
        deployment.failWave(canary, machine());
        assertThat(deployment.state()).isEqualTo(DeploymentState.PAUSED);
        assertThat(deployment.haltKey()).isEqualTo("wave-failed");

        assertThatThrownBy(() -> deployment.resume(DEPLOYER, Map.of(1, 1L), by(DEPLOYER)))
                .isInstanceOf(Conflict.class);
        Deployment repaired = Deployments.in(DeploymentState.RUNNING);
        repaired.failWave(repaired.waves().get(0), machine());
        repaired.resume(DEPLOYER, Map.of(1, 0L), by(DEPLOYER));

        assertThat(repaired.state()).isEqualTo(DeploymentState.RUNNING);
        assertThat(repaired.waves().get(0).state()).isEqualTo(WaveState.RUNNING);
        assertThat(repaired.haltKey()).isNull();
    }

    @Test
    void aWaveThatNeedsApprovalBeginsByAPersonWhoDidNotDeploy() {
        Deployment deployment = Deployments.in(DeploymentState.RUNNING);
        deployment.advance(deployment.waves().get(0), WaveState.Verb.PASS, machine());
        assertThat(deployment.firstWaiting()).get().matches(Wave::waitsForApproval);
        deployment.halt(Deployment.WAVE_APPROVAL, machine());

        assertThatThrownBy(() -> deployment.resume(DEPLOYER, Map.of(), by(DEPLOYER)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("approval");
        assertThat(deployment.state()).isEqualTo(DeploymentState.PAUSED);
    }

    @Test
    void whoDeployedNeverApprovesAWave() {
        Deployment deployment = Deployments.in(DeploymentState.RUNNING);
        deployment.halt(Deployment.WAVE_APPROVAL, machine());

        assertThatThrownBy(() -> deployment.approveWave(by(DEPLOYER))).isInstanceOf(Forbidden.class);
        deployment.approveWave(by(VERIFIER));

        assertThat(deployment.state()).isEqualTo(DeploymentState.RUNNING);
        assertThat(deployment.firstWaiting()).get().matches(wave -> !wave.waitsForApproval());
        assertThat(deployment.waves().get(1).openedBy()).isEqualTo(VERIFIER);
    }

    @Test
    void whatPausedAtTheEndOfItsWindowGoesOnWhenThatIsExtended() {
        Deployment deployment = Deployments.in(DeploymentState.RUNNING);
        deployment.halt(Deployment.WINDOW_OVER, machine());

        deployment.goOnInWindow(by(VERIFIER));

        assertThat(deployment.state()).isEqualTo(DeploymentState.RUNNING);
        assertThat(deployment.haltKey()).isNull();
        assertThat(deployment.deployers()).containsExactly(DEPLOYER);
        deployment.pause(by(DEPLOYER));
        assertThatThrownBy(() -> deployment.goOnInWindow(by(VERIFIER))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingIsApprovedThatDoesNotWaitForIt() {
        assertThatThrownBy(() -> Deployments.in(DeploymentState.PAUSED).approveWave(by(VERIFIER)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aRolloutIsResumedOnlyWhenItBearsWhatFailsInAllWavesTogether() {
        Deployment deployment = Deployments.in(DeploymentState.PAUSED);
        assertThat(deployment.bears(3)).isTrue();
        assertThat(deployment.bears(4)).isFalse();

        assertThatThrownBy(() -> deployment.resume(DEPLOYER, Map.of(1, 2L, 2, 2L), by(DEPLOYER)))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo(Deployment.TOO_MANY_FAILURES));
    }

    @Test
    void onlyTheRunningWaveIsOpenGoingForwardAndEveryWaveGoingBack() {
        Deployment deployment = Deployments.in(DeploymentState.RUNNING);
        assertThat(deployment.openWaves()).containsExactly(1);
        assertThat(deployment.startableActions()).containsExactly(TargetAction.INSTALL, TargetAction.VERIFY);

        deployment.rollBack(DEPLOYER, by(DEPLOYER));

        assertThat(deployment.openWaves()).containsExactlyInAnyOrder(1, 2);
        assertThat(deployment.startableActions()).containsExactly(TargetAction.VERIFY, TargetAction.ROLLBACK);
    }

    @Test
    void aPausedRollbackGoesOnBackwards() {
        Deployment deployment = Deployments.in(DeploymentState.ROLLING_BACK);
        deployment.pause(by(DEPLOYER));
        assertThat(deployment.startableActions()).containsExactly(TargetAction.VERIFY);

        deployment.resume(DEPLOYER, Map.of(), by(DEPLOYER));

        assertThat(deployment.state()).isEqualTo(DeploymentState.ROLLING_BACK);
    }

    @Test
    void aRollbackThatLeavesSomethingBehindIsNoBackOut() {
        Deployment deployment = Deployments.in(DeploymentState.ROLLING_BACK);

        deployment.finish(false, machine());

        assertThat(deployment.state()).isEqualTo(DeploymentState.PARTIALLY_IMPLEMENTED);
        assertThat(deployment.outcome()).isEqualTo(DeploymentState.PARTIALLY_IMPLEMENTED);
    }

    @Test
    void theOutcomeStaysWhenItIsVerifiedAndClosed() {
        Deployment deployment = Deployments.in(DeploymentState.CLOSED);

        assertThat(deployment.outcome()).isEqualTo(DeploymentState.IMPLEMENTED);
    }
}
