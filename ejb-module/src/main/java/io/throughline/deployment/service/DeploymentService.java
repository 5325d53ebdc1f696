package io.throughline.deployment.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.deployment.domain.ChangeControl;
import io.throughline.deployment.domain.Deployment;
import io.throughline.deployment.domain.DeploymentRepository;
import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.domain.Wave;
import io.throughline.deployment.domain.event.DeploymentClosed;
import io.throughline.deployment.domain.event.DeploymentFinished;
import io.throughline.deployment.domain.event.DeploymentGivenUp;
import io.throughline.deployment.domain.event.DeploymentStarted;
import io.throughline.deployment.domain.event.DeploymentVerified;
import io.throughline.deployment.domain.event.DeploymentVerified.ServerEnd;
import io.throughline.deployment.domain.event.RolloutWanted;
import io.throughline.deployment.domain.target.Target;
import io.throughline.deployment.domain.target.TargetAction;
import io.throughline.deployment.domain.target.TargetLedger;
import io.throughline.deployment.domain.target.TargetLedger.Filter;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.service.Commands;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs deployments: start, pause, resume, abort, roll back, verify, close. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class DeploymentService {

    @Inject
    DeploymentFile file;

    @Inject
    DeploymentRepository deployments;

    @Inject
    TargetLedger ledger;

    @Inject
    ChangeControl changes;

    @Inject
    Authority authority;

    @Inject
    Commands commands;

    @Inject
    Event<Object> events;

    /**
     * Lets the first wave begin.
     *
     * @throws Conflict with Change's reason when nothing may start now
     */
    public DeploymentView start(RecordNumber number, long version) {
        String deployer = authority.require(Right.DEPLOYMENT_RUN);
        Deployment deployment = file.open(number, version);
        AuditEntry entry = entry("start").performing(Activity.INSTALL_RELEASE);
        file.change(deployment, entry, deed -> deployment.start(deployer, deed));
        requireChange(deployment);
        events.fire(new DeploymentStarted(
                number.toString(),
                deployment.origin().change(),
                deployment.origin().release()));
        return wanted(deployment);
    }

    /** Hosts in flight finish, and those in doubt are looked at; no further one starts. */
    public DeploymentView pause(RecordNumber number, long version, DeploymentCommands.OptionalReason command) {
        authority.require(Right.DEPLOYMENT_RUN);
        String reason = command == null ? null : commands.valid(command).reason();
        Deployment deployment = file.open(number, version);
        return file.change(deployment, entry("pause").because(reason), deployment::pause);
    }

    /**
     * @throws Conflict with Change's reason when nothing may start now, and when a wave still has too many failing
     */
    public DeploymentView resume(RecordNumber number, long version) {
        String deployer = authority.require(Right.DEPLOYMENT_RUN);
        Deployment deployment = file.open(number, version);
        Map<Integer, Long> failing = file.tally(deployment).failingByWave();
        file.change(deployment, entry("resume"), deed -> deployment.resume(deployer, failing, deed));
        requireChange(deployment);
        return wanted(deployment);
    }

    /** The change's authority has signed for a longer window: what paused because it was over goes on. */
    public void goOnInWindow(String change) {
        authority.require(Right.CHANGE_AUTHORIZE);
        for (Deployment paused : deployments.ofChange(change)) {
            Deployment deployment = deployments.lock(paused.number());
            if (deployment.state() == DeploymentState.PAUSED && Deployment.WINDOW_OVER.equals(deployment.haltKey())) {
                file.change(
                        deployment,
                        AuditEntry.of("deployment.resume").because("the window was extended"),
                        deployment::goOnInWindow);
                wanted(deployment);
            }
        }
    }

    /**
     * Lets the next wave begin, for which the plan asks a person.
     *
     * @throws Conflict with Change's reason when nothing may start now, and when no wave waits
     */
    public DeploymentView approveWave(RecordNumber number, long version) {
        authority.requireAny(Right.RELEASE_PLAN, Right.DEPLOYMENT_VERIFY, Right.SECOND_PERSON);
        Deployment deployment = file.open(number, version);
        file.change(deployment, AuditEntry.of("deployment.approveWave"), deployment::approveWave);
        requireChange(deployment);
        return wanted(deployment);
    }

    /** Ends it as it is. Hosts in flight finish, and what they answer is still recorded. */
    public DeploymentView abort(RecordNumber number, long version, DeploymentCommands.Reason command) {
        authority.require(Right.DEPLOYMENT_RUN);
        commands.valid(command);
        Deployment deployment = file.open(number, version);
        DeploymentView view = file.change(deployment, entry("abort").because(command.reason()), deployment::abort);
        if (deployment.startedAt() == null) {
            events.fire(new DeploymentGivenUp(
                    number.toString(),
                    deployment.origin().change(),
                    deployment.origin().release()));
        } else {
            events.fire(DeploymentFinished.of(deployment));
        }
        return view;
    }

    /** Brings every server that was touched back to the level it had. */
    public DeploymentView rollBack(RecordNumber number, long version, DeploymentCommands.Reason command) {
        String deployer = authority.require(Right.DEPLOYMENT_RUN);
        commands.valid(command);
        Deployment deployment = file.open(number, version);
        AuditEntry entry = entry("rollBack").because(command.reason());
        file.change(deployment, entry, deed -> deployment.rollBack(deployer, deed));
        ledger.turnBack(number.sequence());
        return wanted(deployment);
    }

    /** Somebody who did not deploy has looked at it; Change then hears of the outcome. */
    public DeploymentView verify(RecordNumber number, long version, DeploymentCommands.Verify command) {
        authority.require(Right.DEPLOYMENT_VERIFY);
        commands.valid(command);
        Deployment deployment = file.open(number, version);
        if (file.tally(deployment).inFlight() > 0) {
            throw new Conflict(
                    "hosts-in-flight",
                    number + ": servers are still being worked on; verify when they have answered.",
                    Map.of("record", number.toString()));
        }
        AuditEntry entry =
                AuditEntry.of("deployment.verify").by(Right.DEPLOYMENT_VERIFY).performing(Activity.INSTALL_RELEASE);
        DeploymentView view = file.change(deployment, entry, deed -> deployment.verify(command.text(), deed));
        events.fire(verified(deployment, view));
        return view;
    }

    public DeploymentView close(RecordNumber number, long version) {
        authority.requireAny(Right.DEPLOYMENT_VERIFY, Right.DEPLOYMENT_RUN);
        Deployment deployment = file.open(number, version);
        DeploymentView view = file.change(deployment, AuditEntry.of("deployment.close"), deployment::close);
        events.fire(new DeploymentClosed(
                number.toString(),
                deployment.origin().change(),
                deployment.origin().release()));
        return view;
    }

    /**
     * A person is told at once what would otherwise pause the rollout a moment later. As in {@link ChangeGate}, Change
     * is asked before installs only.
     */
    private void requireChange(Deployment deployment) {
        List<String> waiting = installsOf(deployment, deployment.openWaves());
        if (waiting.isEmpty()) {
            // those waves are through: the next one begins
            waiting = installsOf(
                    deployment,
                    deployment.firstWaiting().map(Wave::position).stream().collect(Collectors.toSet()));
        }
        if (!waiting.isEmpty()) {
            changes.objection(ChangeControl.bind(deployment, waiting)).ifPresent(objection -> {
                throw new Conflict(
                        objection.key(),
                        objection.reason(),
                        Map.of("record", deployment.number().toString()));
            });
        }
    }

    private List<String> installsOf(Deployment deployment, Set<Integer> waves) {
        return targets(deployment).stream()
                .filter(target -> waves.contains(target.wave()) && target.next() == TargetAction.INSTALL)
                .map(Target::server)
                .toList();
    }

    private DeploymentView wanted(Deployment deployment) {
        events.fire(new RolloutWanted(deployment.number().toString()));
        return file.view(deployment);
    }

    private DeploymentVerified verified(Deployment deployment, DeploymentView view) {
        List<ServerEnd> ends = targets(deployment).stream()
                .map(target -> new ServerEnd(
                        target.server(),
                        target.state(),
                        TargetLedger.LEFT_SERVICE.equals(target.reasonKey()),
                        target.touched()))
                .toList();
        String evidence = "%s ended %s: %s of %d servers; package sha256 %s; verified by %s: %s"
                .formatted(
                        view.number(),
                        words(view.outcome()),
                        view.states().entrySet().stream()
                                .map(state -> state.getValue() + " " + words(state.getKey()))
                                .collect(Collectors.joining(", ")),
                        view.targets(),
                        view.packageDigest(),
                        view.verifiedBy(),
                        view.verification());
        return new DeploymentVerified(view.number(), view.change(), view.release(), view.outcome(), evidence, ends);
    }

    private static String words(Object constant) {
        return String.valueOf(constant).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private List<Target> targets(Deployment deployment) {
        return ledger.page(deployment.number().sequence(), new Filter(null, null), 0, deployment.targets());
    }

    private static AuditEntry entry(String verb) {
        return AuditEntry.of("deployment." + verb).by(Right.DEPLOYMENT_RUN);
    }
}
