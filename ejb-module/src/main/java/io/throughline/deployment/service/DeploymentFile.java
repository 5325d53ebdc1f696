package io.throughline.deployment.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.deployment.domain.Deployment;
import io.throughline.deployment.domain.DeploymentRepository;
import io.throughline.deployment.domain.target.TargetLedger;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Stale;
import io.throughline.kernel.persistence.History;
import io.throughline.kernel.thread.Threads;
import io.throughline.operation.domain.JobKind;
import io.throughline.operation.service.JobReader;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** What the services of deployments have in common: opening a deployment for a change, and showing it. */
@ApplicationScoped
class DeploymentFile {

    @Inject
    DeploymentRepository deployments;

    @Inject
    TargetLedger ledger;

    @Inject
    RolloutOutlook outlook;

    @EJB
    JobReader jobs;

    @Inject
    AuditTrail trail;

    @Inject
    History history;

    @Inject
    Threads threads;

    /**
     * Opens a deployment and holds its row, so that nothing is claimed meanwhile.
     *
     * @throws Stale when it was changed since the caller read it
     */
    Deployment open(RecordNumber number, long version) {
        Deployment deployment = deployments.lock(number);
        if (deployment.version() != version) {
            throw new Stale(number, deployment.version());
        }
        return deployment;
    }

    DeploymentView change(Deployment deployment, AuditEntry entry, Consumer<Deed> verb) {
        trail.change(deployment, entry, verb);
        return view(deployment);
    }

    /** As it stands in a list. */
    DeploymentView listed(Deployment deployment) {
        return DeploymentView.from(deployment, tally(deployment), job(deployment), null, null, null);
    }

    DeploymentView view(Deployment deployment) {
        String number = deployment.number().toString();
        Tally tally = tally(deployment);
        return DeploymentView.from(
                deployment,
                tally,
                job(deployment),
                outlook.of(deployment, tally),
                history.of(deployment.number()),
                threads.threadOf(number).orElse(number));
    }

    /**
     * @return the job that carries it out; null while none is to, and before one was asked for
     */
    RolloutJob job(Deployment deployment) {
        return deployment.state().isActive()
                ? jobs.last(JobKind.RELEASE_ROLLOUT, deployment.number().toString())
                        .map(RolloutJob::from)
                        .orElse(null)
                : null;
    }

    Tally tally(Deployment deployment) {
        return new Tally(ledger.counts(deployment.number().sequence()));
    }
}
