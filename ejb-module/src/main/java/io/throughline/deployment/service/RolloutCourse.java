package io.throughline.deployment.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.deployment.domain.Deployment;
import io.throughline.deployment.domain.DeploymentRepository;
import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.domain.Wave;
import io.throughline.deployment.domain.WaveState;
import io.throughline.deployment.domain.event.DeploymentFinished;
import io.throughline.deployment.domain.event.DeploymentHalted;
import io.throughline.deployment.domain.target.Target;
import io.throughline.deployment.domain.target.TargetAction;
import io.throughline.deployment.domain.target.TargetLedger;
import io.throughline.deployment.domain.target.TargetLedger.Filter;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.Times;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Moves a running deployment on: a wave begins, soaks, passes or fails, and in the end all is finished. Machine only. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@Interceptors(RefusalRecorder.class)
public class RolloutCourse {

    @Inject
    DeploymentRepository deployments;

    @Inject
    TargetLedger ledger;

    @Inject
    ChangeGate gate;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    @Inject
    Event<DeploymentHalted> halted;

    @Inject
    Event<DeploymentFinished> finished;

    /** How a deployment stands, without changing anything. */
    public RolloutStanding standing(String number) {
        authority.requireMachine();
        Deployment deployment = deployments.require(Deployment.number(number));
        return RolloutStanding.of(deployment, tally(deployment));
    }

    /**
     * Deployments that are running, rolling back, paused with servers to be verified, or paused or aborted with servers
     * in hand: what a starting process looks for.
     */
    public List<String> unfinished() {
        authority.requireMachine();
        return deployments
                .inStates(List.of(
                        DeploymentState.RUNNING,
                        DeploymentState.ROLLING_BACK,
                        DeploymentState.PAUSED,
                        DeploymentState.ABORTED))
                .stream()
                .filter(deployment ->
                        !RolloutStanding.of(deployment, tally(deployment)).over())
                .map(deployment -> deployment.number().toString())
                .toList();
    }

    /**
     * Moves waves on as far as their targets allow now. Called after outcomes were recorded, and from time to time.
     *
     * @return how the deployment stands afterwards
     */
    public RolloutStanding advance(String number) {
        authority.requireMachine();
        Deployment deployment = deployments.lock(Deployment.number(number));
        Tally tally = tally(deployment);
        if (deployment.state() == DeploymentState.RUNNING) {
            forward(deployment, tally);
        } else if (deployment.state() == DeploymentState.ROLLING_BACK && tally.isThrough()) {
            finish(deployment, tally.touched() == 0);
        }
        // what moved are waves and the whole, no target: the counts are still true
        return RolloutStanding.of(deployment, tally);
    }

    private void forward(Deployment deployment, Tally tally) {
        Optional<Wave> failing = deployment.waves().stream()
                .filter(Wave::isUnderWay)
                .filter(wave -> !wave.bears(tally.failing(wave.position())))
                .findFirst();
        if (failing.isPresent()) {
            Wave wave = failing.get();
            fail(
                    deployment,
                    wave,
                    "%s has %d failing of %d servers, more than it bears."
                            .formatted(wave.name(), tally.failing(wave.position()), wave.targets()));
            return;
        }
        if (!deployment.bears(tally.failing())) {
            gate.halt(
                    deployment,
                    Deployment.TOO_MANY_FAILURES,
                    "%d of %d servers are failing, more than the rollout bears."
                            .formatted(tally.failing(), deployment.targets()));
            return;
        }
        for (Wave wave : deployment.waves()) {
            if (wave.isUnderWay() && !settle(deployment, wave, tally)) {
                return;
            }
        }
        if (deployment.waves().stream().anyMatch(Wave::isUnderWay)) {
            return;
        }
        Optional<Wave> next = deployment.firstWaiting();
        if (next.isEmpty()) {
            finish(deployment, tally.missing() == 0);
        } else if (next.get().waitsForApproval()) {
            gate.halt(
                    deployment,
                    Deployment.WAVE_APPROVAL,
                    "%s waits for the approval of somebody who did not start the rollout."
                            .formatted(next.get().name()));
        } else if (gate.check(deployment, serversOf(deployment, next.get()))) {
            advance(deployment, next.get(), WaveState.Verb.BEGIN);
        }
    }

    /**
     * @return false when the wave failed, and the deployment paused with it
     */
    private boolean settle(Deployment deployment, Wave wave, Tally tally) {
        if (!tally.isThrough(wave.position())) {
            return true;
        }
        long succeeded = tally.succeeded(wave.position());
        long counted = succeeded + tally.missing(wave.position());
        if (!wave.minSuccess().isReachedBy(succeeded, counted)) {
            fail(
                    deployment,
                    wave,
                    "%s has %d of %d servers at the wanted level, fewer than it needs."
                            .formatted(wave.name(), succeeded, counted));
            return false;
        }
        if (wave.state() == WaveState.RUNNING && wave.soakSeconds() > 0) {
            advance(deployment, wave, WaveState.Verb.SOAK);
        } else if (!wave.soaksAt(Times.now(clock))) {
            advance(deployment, wave, WaveState.Verb.PASS);
        }
        return true;
    }

    private void advance(Deployment deployment, Wave wave, WaveState.Verb verb) {
        trail.change(
                deployment,
                AuditEntry.of("deployment.wave." + verb.name().toLowerCase(Locale.ROOT))
                        .because(wave.name()),
                deed -> deployment.advance(wave, verb, deed));
    }

    private void fail(Deployment deployment, Wave wave, String reason) {
        trail.change(
                deployment,
                AuditEntry.of("deployment.wave.fail").because(reason),
                deed -> deployment.failWave(wave, deed));
        halted.fire(DeploymentHalted.of(deployment));
    }

    private void finish(Deployment deployment, boolean complete) {
        trail.change(
                deployment,
                AuditEntry.of("deployment.finish").performing(Activity.INSTALL_RELEASE),
                deed -> deployment.finish(complete, deed));
        finished.fire(DeploymentFinished.of(deployment));
    }

    private List<String> serversOf(Deployment deployment, Wave wave) {
        return ledger
                .page(deployment.number().sequence(), new Filter(null, wave.position()), 0, wave.targets())
                .stream()
                .filter(target -> target.next() == TargetAction.INSTALL)
                .map(Target::server)
                .toList();
    }

    private Tally tally(Deployment deployment) {
        return new Tally(ledger.counts(deployment.number().sequence()));
    }
}
