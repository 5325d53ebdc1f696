package io.throughline.deployment.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.deployment.domain.Deployment;
import io.throughline.deployment.domain.DeploymentRepository;
import io.throughline.deployment.domain.ServerDirectory;
import io.throughline.deployment.domain.ServerDirectory.Standing;
import io.throughline.deployment.domain.target.Claim;
import io.throughline.deployment.domain.target.Target;
import io.throughline.deployment.domain.target.TargetAction;
import io.throughline.deployment.domain.target.TargetLedger;
import io.throughline.deployment.domain.target.TargetLedger.Audited;
import io.throughline.deployment.domain.target.TargetState;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.Times;
import io.throughline.release.domain.HostTokens;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gives servers to the processes that work on them, each server to one process under one token. Every method is a
 * transaction of its own and belongs to the machine. The order is: {@link #claimBatch}, {@link #commitIntent}, only
 * then anything is sent to a host, then {@link OutcomeRecorder#record}. Methods hold the deployment's row, so that a
 * pause that was committed is seen by all that follows.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@Interceptors(RefusalRecorder.class)
public class RolloutLedger {

    @Inject
    DeploymentRepository deployments;

    @Inject
    TargetLedger ledger;

    @Inject
    HostTokens tokens;

    @Inject
    ChangeGate gate;

    @Inject
    RolloutLimits limits;

    @Inject
    ServerDirectory servers;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /**
     * Takes servers in hand, in the plan's order. Empty when nothing waits, when the state allows none, when a wave or
     * the rollout has too many failing servers, when a site or a service has none to spare, and when Change objects (the
     * deployment is then paused with Change's reason).
     *
     * @param owner incarnation of the calling process
     */
    public List<Claim> claimBatch(String number, String owner, int limit) {
        Deployment deployment = lock(number);
        List<Target> seen = ledger.claimable(
                deployment.number().sequence(),
                deployment.startableActions(),
                bearingWaves(deployment),
                limits.lookAt(deployment, limit));
        gate.check(deployment, serversOf(seen, Target::next, Target::server));
        List<Target> allowed = seen.stream()
                .filter(target -> deployment.startableActions().contains(target.next()))
                .toList();
        List<Target> inService = limits.within(deployment, inService(deployment, allowed), limit);
        if (inService.isEmpty()) {
            return List.of();
        }
        List<Claim> claims = ledger.claim(number, inService, tokens.next(), owner, Times.now(clock));
        if (!claims.isEmpty()) {
            trail.note(
                    AuditEntry.of("deployment.claim").on(number),
                    null,
                    Facts.of().put("owner", owner).put("claims", texts(claims)));
        }
        return claims;
    }

    /**
     * Stores that these servers are about to be worked on. Only what is returned may be sent to a host; the others were
     * given back or belong to somebody else by now.
     *
     * @param claims of one deployment and one process
     */
    public List<Claim> commitIntent(List<Claim> claims) {
        if (claims.isEmpty()) {
            return List.of();
        }
        Deployment deployment = lock(only(claims, Claim::deployment));
        Map<Integer, Target> inHand = inHand(ledger, deployment, claims, Function.identity());
        List<Claim> held = claims.stream()
                .filter(claim -> holds(claim, inHand, TargetState.CLAIMED))
                .toList();
        gate.check(deployment, serversOf(held, Claim::action, Claim::server));
        Set<TargetAction> startable = deployment.startableActions();
        Map<Boolean, List<Claim>> mayStart =
                held.stream().collect(Collectors.partitioningBy(claim -> startable.contains(claim.action())));
        giveBackOf(deployment, mayStart.get(false));
        List<Audited<Claim>> intents = mayStart.get(true).stream()
                .map(claim -> new Audited<>(claim, noteIntent(claim)))
                .toList();
        List<Claim> stored = ledger.intend(intents, Times.now(clock));
        if (stored.size() != intents.size()) {
            throw new IllegalStateException("a claim of " + deployment.number() + " changed under the lock");
        }
        return stored;
    }

    /** Gives servers back of which no intent was stored. */
    public void giveBack(List<Claim> claims) {
        if (!claims.isEmpty()) {
            giveBackOf(lock(only(claims, Claim::deployment)), claims);
        }
    }

    /** Incarnations of the processes that have servers of this deployment in hand. */
    public Set<String> owners(String number) {
        authority.requireMachine();
        return ledger.owners(Deployment.number(number).sequence());
    }

    /**
     * Takes over from a process that is dead: what it had only claimed goes back, what it may have sent is in doubt and
     * is verified next.
     *
     * @return how many servers were taken over
     */
    public int takeOver(String number, String deadOwner) {
        Deployment deployment = lock(number);
        List<Target> inHand = ledger.inHandOf(deployment.number().sequence(), deadOwner);
        giveBackOf(
                deployment,
                inHand.stream()
                        .filter(target -> target.state() == TargetState.CLAIMED)
                        .map(target -> target.asClaim(number))
                        .toList());
        inHand.stream()
                .filter(target -> target.state() == TargetState.INTENDED)
                .forEach(target -> doubt(number, target));
        return inHand.size();
    }

    private void doubt(String number, Target target) {
        String reason = "The process that worked on it ended; what it did is not known yet.";
        long auditId = trail.note(
                AuditEntry.of("target.inDoubt")
                        .on(number)
                        .atServer(target.server())
                        .because(reason),
                Facts.of().put("state", target.state()).put("token", target.token()),
                Facts.of().put("state", TargetState.IN_DOUBT).put("token", target.token()));
        ledger.doubt(new Audited<>(target, auditId), TargetLedger.OWNER_DIED, reason);
    }

    private Deployment lock(String number) {
        authority.requireMachine();
        return deployments.lock(Deployment.number(number));
    }

    private Set<Integer> bearingWaves(Deployment deployment) {
        Set<Integer> open = deployment.openWaves();
        if (deployment.startableActions().contains(TargetAction.INSTALL)) {
            Map<Integer, Long> failing = ledger.failing(deployment.number().sequence());
            if (!deployment.bears(
                    failing.values().stream().mapToLong(Long::longValue).sum())) {
                return Set.of();
            }
            deployment.waves().stream()
                    .filter(wave -> !wave.bears(failing.getOrDefault(wave.position(), 0L)))
                    .forEach(wave -> open.remove(wave.position()));
        }
        return open;
    }

    /** Leaves alone what is no longer in service or not to be touched, and says so. */
    private List<Target> inService(Deployment deployment, List<Target> seen) {
        if (seen.isEmpty()) {
            return seen;
        }
        Map<String, Standing> standings = servers
                .standings(seen.stream().map(Target::server).toList())
                .stream()
                .collect(Collectors.toMap(Standing::number, Function.identity()));
        List<Target> allowed = new ArrayList<>();
        for (Target target : seen) {
            Standing standing = standings.get(target.server());
            if (target.next() == TargetAction.VERIFY) {
                allowed.add(target);
            } else if (standing == null || !standing.active()) {
                skip(deployment, target, TargetLedger.LEFT_SERVICE, "The server is no longer in service.");
            } else if (standing.doNotTouch()) {
                skip(deployment, target, TargetLedger.DO_NOT_TOUCH, "The server is flagged not to be touched.");
            } else {
                allowed.add(target);
            }
        }
        return allowed;
    }

    private void skip(Deployment deployment, Target target, String key, String reason) {
        long auditId = trail.note(
                AuditEntry.of("target.skip")
                        .on(deployment.number())
                        .atServer(target.server())
                        .because(reason),
                Facts.of().put("state", target.state()),
                Facts.of().put("state", TargetState.SKIPPED).put("reasonKey", key));
        ledger.move(new Audited<>(target, auditId), TargetState.SKIPPED, null, key, reason);
    }

    private long noteIntent(Claim claim) {
        return trail.note(
                AuditEntry.of("target.intend").on(claim.deployment()).atServer(claim.server()),
                Facts.of().put("state", TargetState.CLAIMED),
                Facts.of()
                        .put("state", TargetState.INTENDED)
                        .put("action", claim.action())
                        .put("token", claim.token())
                        .put("wave", claim.wave())
                        .put("owner", claim.owner()));
    }

    private void giveBackOf(Deployment deployment, List<Claim> claims) {
        List<Claim> back = ledger.giveBack(claims);
        if (!back.isEmpty()) {
            trail.note(
                    AuditEntry.of("deployment.giveBack").on(deployment.number()),
                    null,
                    Facts.of().put("claims", texts(back)));
        }
    }

    /** Servers on which something is about to be installed. */
    private static <T> List<String> serversOf(
            List<T> items, Function<T, TargetAction> action, Function<T, String> server) {
        return items.stream()
                .filter(item -> action.apply(item) == TargetAction.INSTALL)
                .map(server)
                .toList();
    }

    /** What the process of these items has in hand of their targets, by position. */
    static <T> Map<Integer, Target> inHand(
            TargetLedger ledger, Deployment deployment, List<T> items, Function<T, Claim> claim) {
        String owner = only(items, item -> claim.apply(item).owner());
        List<Integer> positions =
                items.stream().map(item -> claim.apply(item).position()).toList();
        return ledger.inHandOf(deployment.number().sequence(), owner, positions).stream()
                .collect(Collectors.toMap(Target::position, Function.identity()));
    }

    static boolean holds(Claim claim, Map<Integer, Target> inHand, TargetState state) {
        Target target = inHand.get(claim.position());
        return target != null && target.token() == claim.token() && target.state() == state;
    }

    static <T> String only(List<T> items, Function<T, String> name) {
        List<String> names = items.stream().map(name).distinct().toList();
        if (names.size() != 1) {
            throw new IllegalArgumentException("one call is for one deployment and one process, not for " + names);
        }
        return names.get(0);
    }

    private static List<String> texts(List<Claim> claims) {
        return claims.stream()
                .map(claim -> claim.server() + " " + claim.action() + " " + claim.token())
                .toList();
    }
}
