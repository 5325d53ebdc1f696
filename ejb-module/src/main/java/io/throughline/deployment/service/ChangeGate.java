package io.throughline.deployment.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.deployment.domain.ChangeControl;
import io.throughline.deployment.domain.Deployment;
import io.throughline.deployment.domain.event.DeploymentHalted;
import io.throughline.deployment.domain.target.TargetAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Asks Change before anything is installed, and pauses the deployment when Change objects. Going back to the recorded
 * level needs no new authorization: it is part of what was authorized, and must work when the window is over.
 */
@ApplicationScoped
class ChangeGate {

    @Inject
    ChangeControl changes;

    @Inject
    AuditTrail trail;

    @Inject
    Event<DeploymentHalted> halted;

    /**
     * @param installs servers on which something is about to be installed; nothing is asked for none, nor when the
     *     deployment has paused, ended or turned back meanwhile and so starts no install anyway
     * @return false when Change objected; the deployment is then paused
     */
    boolean check(Deployment deployment, List<String> installs) {
        if (installs.isEmpty() || !deployment.startableActions().contains(TargetAction.INSTALL)) {
            return true;
        }
        var objection = changes.objection(ChangeControl.bind(deployment, installs));
        objection.ifPresent(found -> halt(deployment, found.key(), found.reason()));
        return objection.isEmpty();
    }

    /**
     * Pauses the deployment, and has those told who run it.
     *
     * @param key stable name of the reason
     */
    void halt(Deployment deployment, String key, String reason) {
        trail.change(deployment, AuditEntry.of("deployment.halt").because(reason), deed -> deployment.halt(key, deed));
        halted.fire(DeploymentHalted.of(deployment));
    }
}
