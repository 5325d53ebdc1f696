package io.throughline.deployment.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.deployment.domain.Deployment;
import io.throughline.deployment.domain.DeploymentOrigin;
import io.throughline.deployment.domain.DeploymentRepository;
import io.throughline.deployment.domain.ServerDirectory;
import io.throughline.deployment.domain.event.TargetsFailed;
import io.throughline.deployment.domain.target.Outcome;
import io.throughline.deployment.domain.target.StepEvidence;
import io.throughline.deployment.domain.target.Target;
import io.throughline.deployment.domain.target.TargetLedger;
import io.throughline.deployment.domain.target.TargetLedger.Audited;
import io.throughline.deployment.domain.target.TargetState;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.Sha256;
import io.throughline.kernel.domain.Times;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Records what came of intents, a group in one transaction: ledger, evidence, audit, and what the servers have now. An
 * answer whose token is no longer the target's changes nothing and is noted as late.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@Interceptors(RefusalRecorder.class)
public class OutcomeRecorder {

    @Inject
    DeploymentRepository deployments;

    @Inject
    TargetLedger ledger;

    @Inject
    ServerDirectory servers;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    @Inject
    Event<TargetsFailed> failed;

    /**
     * @param outcomes of one deployment and one process. When the group cannot be stored (a server's record was changed
     *     at the same time), the exception leaves all as it was; the caller tries again, then one by one
     * @return how many were recorded; the others came too late
     */
    public int record(List<Outcome> outcomes) {
        authority.requireMachine();
        if (outcomes.isEmpty()) {
            return 0;
        }
        Deployment deployment = deployments.lock(Deployment.number(
                RolloutLedger.only(outcomes, outcome -> outcome.claim().deployment())));
        Map<Integer, Target> inHand = RolloutLedger.inHand(ledger, deployment, outcomes, Outcome::claim);
        List<Audited<Outcome>> valid = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (RolloutLedger.holds(outcome.claim(), inHand, TargetState.INTENDED)) {
                valid.add(new Audited<>(outcome, note(outcome)));
            } else {
                noteLate(outcome);
            }
        }
        List<Outcome> recorded = ledger.record(deployment.goal(), valid, Times.now(clock));
        if (recorded.size() != valid.size()) {
            throw new IllegalStateException("an intent of " + deployment.number() + " changed under the lock");
        }
        tellConfiguration(deployment, recorded);
        tellIncident(deployment, recorded);
        return recorded.size();
    }

    private long note(Outcome outcome) {
        return trail.note(
                entry("target.outcome", outcome),
                Facts.of()
                        .put("state", TargetState.INTENDED)
                        .put("token", outcome.claim().token()),
                facts(outcome));
    }

    private void noteLate(Outcome outcome) {
        trail.note(entry("target.lateAnswer", outcome), null, facts(outcome));
    }

    private static AuditEntry entry(String action, Outcome outcome) {
        return AuditEntry.of(action)
                .on(outcome.claim().deployment())
                .atServer(outcome.claim().server())
                .because(outcome.reason());
    }

    private static Facts facts(Outcome outcome) {
        return Facts.of()
                .put("state", outcome.state())
                .put("action", outcome.claim().action())
                .put("token", outcome.claim().token())
                .put("levelBefore", outcome.before())
                .put("levelAfter", outcome.after())
                .put("packageDigest", outcome.digest())
                .put("reasonKey", outcome.reasonKey())
                .put("steps", (long) outcome.steps().size())
                .put("evidenceDigest", Sha256.of(text(outcome.steps())));
    }

    /** The evidence in one text: what its digest in the audit record is taken of. */
    private static String text(List<StepEvidence> steps) {
        return steps.stream()
                .map(step -> step.command() + "\n" + step.exit() + "\n" + step.durationMillis() + "\n"
                        + Times.text(step.answeredAt()) + "\n" + step.output())
                .collect(Collectors.joining("\n\0\n"));
    }

    /** Only what is known for certain; of the others the configuration audit finds out. */
    private void tellConfiguration(Deployment deployment, List<Outcome> recorded) {
        DeploymentOrigin origin = deployment.origin();
        List<ServerDirectory.Installed> installed = new ArrayList<>();
        for (Outcome outcome : recorded) {
            String server = outcome.claim().server();
            if (TargetState.AT_WANTED_LEVEL.contains(outcome.state())) {
                installed.add(new ServerDirectory.Installed(server, origin.wantedVersion()));
            } else if (outcome.state() == TargetState.ROLLED_BACK) {
                installed.add(new ServerDirectory.Installed(server, levelAfterRollback(outcome)));
            }
        }
        if (!installed.isEmpty()) {
            servers.installed(origin.change(), origin.product(), installed);
        }
    }

    private static String levelAfterRollback(Outcome outcome) {
        String level = outcome.after() == null ? outcome.claim().before() : outcome.after();
        return Outcome.NOT_INSTALLED.equals(level) ? null : level;
    }

    private void tellIncident(Deployment deployment, List<Outcome> recorded) {
        List<TargetsFailed.Failure> failures = recorded.stream()
                .filter(outcome -> TargetState.FAILING.contains(outcome.state()))
                .map(outcome -> new TargetsFailed.Failure(outcome.claim().server(), outcome.state(), outcome.reason()))
                .toList();
        if (!failures.isEmpty()) {
            failed.fire(new TargetsFailed(
                    deployment.number().toString(), deployment.origin().change(), failures));
        }
    }
}
