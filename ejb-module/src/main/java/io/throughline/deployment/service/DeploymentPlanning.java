package io.throughline.deployment.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.deployment.domain.ChangeControl;
import io.throughline.deployment.domain.ChangeControl.Envelope;
import io.throughline.deployment.domain.Deployment;
import io.throughline.deployment.domain.DeploymentOrigin;
import io.throughline.deployment.domain.DeploymentRepository;
import io.throughline.deployment.domain.ServerDirectory;
import io.throughline.deployment.domain.plan.Candidate;
import io.throughline.deployment.domain.plan.PlannedWave;
import io.throughline.deployment.domain.plan.Planner;
import io.throughline.deployment.domain.plan.RolloutPlan;
import io.throughline.deployment.domain.target.Target;
import io.throughline.deployment.domain.target.TargetLedger;
import io.throughline.deployment.domain.target.TargetLedger.Filter;
import io.throughline.deployment.domain.target.TargetLedger.Planned;
import io.throughline.deployment.domain.target.TargetState;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.service.Commands;
import io.throughline.kernel.thread.Threads;
import io.throughline.release.service.ReleaseForDeployment;
import io.throughline.release.service.ReleaseForDeployment.Deployable;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.ArrayList;
import java.util.List;

/** Plans deployments, and has Change confirm them. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class DeploymentPlanning {

    @Inject
    DeploymentRepository deployments;

    @Inject
    DeploymentFile file;

    @Inject
    TargetLedger ledger;

    @Inject
    ChangeControl changes;

    @Inject
    ServerDirectory servers;

    @Inject
    ReleaseForDeployment releases;

    @Inject
    Threads threads;

    @Inject
    Authority authority;

    @Inject
    Commands commands;

    @Inject
    AuditTrail trail;

    /** Plans the rollout of an accepted release to all servers of its change's envelope. */
    public DeploymentView plan(DeploymentCommands.Plan command) {
        authority.requireAny(Right.RELEASE_PLAN, Right.DEPLOYMENT_RUN);
        commands.valid(command);
        Deployable release = releases.deployable(command.release());
        Envelope envelope = changes.envelope(release.change());
        RolloutPlan plan = Planner.plan(command.plan(), candidates(envelope));
        DeploymentOrigin origin = new DeploymentOrigin(
                release.release(), release.change(), release.packageDigest(), release.product(), release.version());
        Deployment deployment = trail.create(
                AuditEntry.of("deployment.plan").by(Right.RELEASE_PLAN).performing(Activity.PLAN_ROLLOUT),
                deed -> new Deployment(deployments.nextNumber(), origin, plan, deed));
        ledger.plan(deployment.number().sequence(), targets(deployment, plan));
        threads.join(deployment.number(), RecordNumber.parse(release.change()));
        releases.schedule(release.release(), deployment.number().toString());
        return file.view(deployment);
    }

    /** Has Change confirm exactly this package, these servers and this plan. Who may, and who may not, Change knows. */
    public DeploymentView confirm(RecordNumber number, long version) {
        authority.require(Right.CHANGE_COORDINATE);
        Deployment deployment = file.open(number, version);
        DeploymentView confirmed = file.change(
                deployment, AuditEntry.of("deployment.confirm").by(Right.CHANGE_COORDINATE), deployment::confirm);
        changes.confirm(ChangeControl.bind(deployment, serversOf(deployment)));
        return confirmed;
    }

    /** Binds exactly this inside a standard change's authorization. Machine only. */
    public DeploymentView confirmStandard(RecordNumber number) {
        authority.requireMachine();
        Deployment deployment = deployments.lock(number);
        DeploymentView confirmed = file.change(
                deployment,
                AuditEntry.of("deployment.confirm").because("a standard change, authorized with its template"),
                deployment::confirm);
        changes.confirmStandard(ChangeControl.bind(deployment, serversOf(deployment)));
        return confirmed;
    }

    private List<Candidate> candidates(Envelope envelope) {
        return servers.standings(envelope.servers()).stream()
                .map(server -> new Candidate(
                        server.number(), server.name(), server.site(), server.labels(), server.reachable()))
                .toList();
    }

    private List<Planned> targets(Deployment deployment, RolloutPlan plan) {
        List<Planned> targets = new ArrayList<>();
        int wave = 0;
        for (PlannedWave planned : plan.waves()) {
            wave++;
            for (String server : planned.servers()) {
                int position = targets.size() + 1;
                targets.add(new Planned(position, wave, server, note(deployment, server, position, wave)));
            }
        }
        return targets;
    }

    private long note(Deployment deployment, String server, int position, int wave) {
        return trail.note(
                AuditEntry.of("target.plan").on(deployment.number()).atServer(server),
                null,
                Facts.of()
                        .put("state", TargetState.PENDING)
                        .put("position", position)
                        .put("wave", wave));
    }

    private List<String> serversOf(Deployment deployment) {
        return ledger.page(deployment.number().sequence(), new Filter(null, null), 0, deployment.targets()).stream()
                .map(Target::server)
                .toList();
    }
}
