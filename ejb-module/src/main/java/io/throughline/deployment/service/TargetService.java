package io.throughline.deployment.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.deployment.domain.Deployment;
import io.throughline.deployment.domain.event.RolloutWanted;
import io.throughline.deployment.domain.target.Target;
import io.throughline.deployment.domain.target.TargetAction;
import io.throughline.deployment.domain.target.TargetLedger;
import io.throughline.deployment.domain.target.TargetLedger.Audited;
import io.throughline.deployment.domain.target.TargetState;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.domain.refusal.Invalid.FieldError;
import io.throughline.kernel.domain.refusal.NotFound;
import io.throughline.kernel.service.Commands;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What people do with single servers of a deployment: try again, leave out. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class TargetService {

    private static final Set<TargetState> TRIED = retryable();

    @Inject
    DeploymentFile file;

    @Inject
    TargetLedger ledger;

    @Inject
    Authority authority;

    @Inject
    Commands commands;

    @Inject
    AuditTrail trail;

    @Inject
    Event<RolloutWanted> rolloutWanted;

    /**
     * Lets failed, unreachable and skipped servers run again, and verifies those in doubt; never those that are done.
     *
     * @param command null for all servers that can be tried again
     * @throws Invalid naming each server that was asked for and cannot be tried again
     * @throws Conflict when there is none
     */
    public DeploymentView retry(RecordNumber number, long version, DeploymentCommands.Retry command) {
        String deployer = authority.require(Right.DEPLOYMENT_RUN);
        List<String> wanted = command == null ? null : commands.valid(command).servers();
        Deployment deployment = file.open(number, version);
        List<Target> chosen = chosen(deployment, wanted);
        if (chosen.isEmpty()) {
            throw new Conflict(
                    "nothing-to-retry",
                    number + ": no server failed, was unreachable, was skipped or is in doubt.",
                    Map.of("record", number.toString()));
        }
        Set<Integer> waves = chosen.stream().map(Target::wave).collect(Collectors.toSet());
        file.change(
                deployment,
                AuditEntry.of("deployment.retry").by(Right.DEPLOYMENT_RUN),
                deed -> deployment.retry(deployer, waves, deed));
        chosen.forEach(target -> again(deployment, target));
        rolloutWanted.fire(new RolloutWanted(number.toString()));
        return file.view(deployment);
    }

    /** Asks to leave a server out; in force once a second person agrees. */
    public DeploymentView exclude(RecordNumber number, long version, DeploymentCommands.Exclude command) {
        authority.require(Right.DEPLOYMENT_RUN);
        commands.valid(command);
        Deployment deployment = file.open(number, version);
        Target target = excludable(deployment, command.server());
        return file.change(
                deployment,
                AuditEntry.of("deployment.exclude")
                        .by(Right.DEPLOYMENT_RUN)
                        .atServer(target.server())
                        .because(command.reason()),
                deed -> deployment.exclude(target.server(), deed));
    }

    /** The second person agrees to leave a server out. */
    public DeploymentView approveExclusion(RecordNumber number, long version, String server) {
        authority.require(Right.SECOND_PERSON);
        Deployment deployment = file.open(number, version);
        Target target = excludable(deployment, server);
        boolean complete = file.tally(deployment).missing() == 1 && target.isMissing();
        file.change(
                deployment,
                AuditEntry.of("deployment.approveExclusion")
                        .by(Right.SECOND_PERSON)
                        .atServer(server),
                deed -> deployment.approveExclusion(server, complete, deed));
        String reason = deployment.exclusion(server).orElseThrow().reason();
        move(deployment, target, TargetState.EXCLUDED, null, "excluded", reason);
        return file.view(deployment);
    }

    private List<Target> chosen(Deployment deployment, List<String> wanted) {
        Map<String, Target> candidates = ledger.inStates(deployment.number().sequence(), TRIED).stream()
                .filter(target -> deployment.goal() == TargetAction.INSTALL || target.touched())
                .collect(Collectors.toMap(Target::server, target -> target));
        if (wanted == null) {
            return List.copyOf(candidates.values());
        }
        List<FieldError> errors = new ArrayList<>();
        List<Target> chosen = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Target candidate = candidates.remove(wanted.get(i));
            if (candidate == null) {
                errors.add(
                        new FieldError(
                                "servers[" + i + "]",
                                "must be a server of this deployment that failed, was unreachable, was skipped or is in doubt"));
            } else {
                chosen.add(candidate);
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return chosen;
    }

    private void again(Deployment deployment, Target target) {
        String key = target.state() == TargetState.IN_DOUBT ? TargetLedger.TO_BE_VERIFIED : TargetLedger.RETRIED;
        if (target.state() == TargetState.IN_DOUBT) {
            move(deployment, target, TargetState.IN_DOUBT, TargetAction.VERIFY, key, target.reason());
        } else if (deployment.goal() == TargetAction.INSTALL) {
            move(deployment, target, TargetState.PENDING, TargetAction.INSTALL, key, target.reason());
        } else {
            move(deployment, target, target.state(), TargetAction.ROLLBACK, key, target.reason());
        }
    }

    private void move(
            Deployment deployment, Target target, TargetState to, TargetAction next, String key, String reason) {
        long auditId = trail.note(
                AuditEntry.of("target." + key)
                        .on(deployment.number())
                        .atServer(target.server())
                        .because(reason),
                Facts.of().put("state", target.state()),
                Facts.of().put("state", to).put("next", next).put("reasonKey", key));
        if (!ledger.move(new Audited<>(target, auditId), to, next, key, reason)) {
            throw new IllegalStateException(target.server() + " changed under the lock of " + deployment.number());
        }
    }

    private Target excludable(Deployment deployment, String server) {
        RecordNumber.parse(RecordKind.SERVER, "server", server);
        Target target = ledger.find(deployment.number().sequence(), server)
                .orElseThrow(() -> new NotFound("target of " + deployment.number(), server));
        if (!TargetState.EXCLUDABLE.contains(target.state())) {
            throw new Conflict(
                    "not-excludable",
                    "%s is %s in %s; only a server that is not being worked on and not done can be left out."
                            .formatted(server, target.state(), deployment.number()),
                    Map.of(
                            "record", deployment.number().toString(),
                            "server", server,
                            "state", target.state().name()));
        }
        return target;
    }

    private static Set<TargetState> retryable() {
        Set<TargetState> states = EnumSet.copyOf(TargetState.RETRYABLE);
        states.add(TargetState.IN_DOUBT);
        return states;
    }
}
