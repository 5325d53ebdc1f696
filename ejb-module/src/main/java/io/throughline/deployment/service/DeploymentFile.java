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

    DeploymentView view(Deployment deployment) {
        String number = deployment.number().toString();
        Tally tally = tally(deployment);
        return DeploymentView.from(
                deployment,
                tally,
                outlook.of(deployment, tally),
                history.of(deployment.number()),
                threads.threadOf(number).orElse(number));
    }

    Tally tally(Deployment deployment) {
        return new Tally(ledger.counts(deployment.number().sequence()));
    }
}
