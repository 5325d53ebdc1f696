package io.throughline.deployment.domain;

import io.throughline.deployment.domain.plan.PlannedWave;
import io.throughline.deployment.domain.plan.RolloutPlan;
import io.throughline.deployment.domain.target.TargetAction;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.domain.refusal.NotFound;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The rollout of one release to the servers of its change: planned, confirmed by Change, run wave by wave, verified by
 * somebody who did not deploy, closed. Where each server is stands in the ledger of targets.
 */
@Entity
@Table(name = "deployment")
public class Deployment extends DeploymentRecord {

    /** Why it pauses by itself: the change's window is over. */
    public static final String WINDOW_OVER = "window-over";

    /** Why it pauses by itself: the next wave waits for a person. */
    public static final String WAVE_APPROVAL = "wave-approval";

    /** Why it pauses by itself: more servers are failing than the rollout as a whole bears. */
    public static final String TOO_MANY_FAILURES = "too-many-failures";

    /** Why it pauses by itself: a service has no server to spare. */
    public static final String NO_CAPACITY = "no-capacity";

    protected Deployment() {}

    public Deployment(RecordNumber number, DeploymentOrigin origin, RolloutPlan plan, Deed deed) {
        super(number, origin, plan, deed.actor());
        for (PlannedWave wave : plan.waves()) {
            waves.add(new Wave(this, waves.size() + 1, wave));
        }
        changed(DeploymentVerb.PLAN, null, state, deed);
    }

    /** The number of a deployment, from its text. */
    public static RecordNumber number(String text) {
        return RecordNumber.parse(RecordKind.DEPLOYMENT, "deployment", text);
    }

    @Override
    public Facts facts() {
        return Facts.of()
                .put("release", release)
                .put("change", change)
                .put("packageDigest", packageDigest)
                .put("wanted", product + " " + wantedVersion)
                .put("state", state)
                .put("outcome", outcome)
                .put("goal", goal)
                .put("parallel", parallel)
                .put("planDigest", planDigest)
                .put("targets", targets)
                .put("haltKey", haltKey)
                .put("haltReason", haltReason)
                .put(
                        "waves",
                        waves.stream().map(w -> w.position() + " " + w.state()).toList())
                .put("deployers", deployers.stream().sorted().toList())
                .put("excluded", exclusions.stream().map(Exclusion::text).toList())
                .put("verifiedBy", verifiedBy)
                .put("verification", verification);
    }

    /** Change has bound digest, targets and plan. */
    public void confirm(Deed deed) {
        move(DeploymentVerb.CONFIRM, deed);
    }

    /**
     * @param deployer number of the person who starts it, also when a schedule does so on her behalf
     */
    public void start(String deployer, Deed deed) {
        move(DeploymentVerb.START, deed);
        startedAt = deed.at();
        deployers.add(deployer);
        firstWaiting().ifPresent(wave -> wave.move(WaveState.Verb.BEGIN, deed.at()));
    }

    public void pause(Deed deed) {
        move(DeploymentVerb.PAUSE, deed);
        haltReason = deed.reason();
    }

    /**
     * The product pauses by itself.
     *
     * @param key stable name of the reason that the deed gives in words
     */
    public void halt(String key, Deed deed) {
        move(DeploymentVerb.HALT, deed);
        haltKey = key;
        haltReason = deed.reason();
    }

    /**
     * @param failing how many failing targets each wave has now
     * @throws Conflict when a wave has failed and still has more of them than it bears, when the whole rollout has, and
     *     when the next wave waits for a person's approval
     */
    public void resume(String deployer, Map<Integer, Long> failing, Deed deed) {
        DeploymentState to = goal == TargetAction.INSTALL ? DeploymentState.RUNNING : DeploymentState.ROLLING_BACK;
        DeploymentState.transitions().require(number(), state, DeploymentVerb.RESUME);
        if (to == DeploymentState.RUNNING) {
            requireBearing(failing);
            requireOpen();
        }
        moveTo(DeploymentVerb.RESUME, to, deed);
        if (to == DeploymentState.RUNNING) {
            reopenFailed(failing, deed);
        }
        deployers.add(deployer);
        goOn();
    }

    /** The window that was over is open again: what paused for it goes on. */
    public void goOnInWindow(Deed deed) {
        if (!WINDOW_OVER.equals(haltKey)) {
            throw new IllegalStateException(number() + " did not pause because its window was over");
        }
        moveTo(
                DeploymentVerb.RESUME,
                goal == TargetAction.INSTALL ? DeploymentState.RUNNING : DeploymentState.ROLLING_BACK,
                deed);
        goOn();
    }

    private void requireBearing(Map<Integer, Long> failing) {
        long all = failing.values().stream().mapToLong(Long::longValue).sum();
        if (!bears(all)) {
            throw new Conflict(
                    TOO_MANY_FAILURES,
                    "%s: %d servers are failing, more than the rollout bears; retry or exclude them, roll back or abort."
                            .formatted(number(), all),
                    Map.of("record", number().toString(), "failing", all));
        }
    }

    private void requireOpen() {
        if (WAVE_APPROVAL.equals(haltKey)
                && firstWaiting().filter(Wave::waitsForApproval).isPresent()) {
            throw new Conflict(
                    WAVE_APPROVAL,
                    "%s: the next wave waits for the approval of somebody who did not start the rollout."
                            .formatted(number()),
                    Map.of("record", number().toString()));
        }
    }

    /**
     * Somebody who did not deploy lets the next wave begin.
     *
     * @throws Forbidden when who started, resumed, retried or rolled back approves
     * @throws Conflict when no wave waits for approval
     */
    public void approveWave(Deed deed) {
        DeploymentState.transitions().require(number(), state, DeploymentVerb.APPROVE_WAVE);
        if (deployers.contains(deed.actor())) {
            throw Forbidden.fourEyes(number(), "deployer", "approve a wave");
        }
        Wave next = firstWaiting()
                .filter(Wave::waitsForApproval)
                .filter(wave -> WAVE_APPROVAL.equals(haltKey))
                .orElseThrow(() -> new Conflict(
                        "nothing-to-approve",
                        number() + ": no wave waits for approval now.",
                        Map.of("record", number().toString())));
        move(DeploymentVerb.APPROVE_WAVE, deed);
        next.open(deed);
        goOn();
    }

    private void reopenFailed(Map<Integer, Long> failing, Deed deed) {
        for (Wave wave : waves) {
            if (wave.state() == WaveState.FAILED) {
                if (!wave.bears(failing.getOrDefault(wave.position(), 0L))) {
                    throw new Conflict(
                            "wave-failed",
                            "%s: %s has more failing servers than it bears; retry or exclude them, roll back or abort."
                                    .formatted(number(), wave.name()),
                            Map.of("record", number().toString(), "wave", wave.position()));
                }
                wave.move(WaveState.Verb.REOPEN, deed.at());
            }
        }
    }

    /**
     * @param touched positions of the waves of which targets run again
     */
    public void retry(String deployer, Collection<Integer> touched, Deed deed) {
        DeploymentState to = goal == TargetAction.INSTALL ? DeploymentState.RUNNING : DeploymentState.ROLLING_BACK;
        moveTo(DeploymentVerb.RETRY, to, deed);
        if (to == DeploymentState.RUNNING) {
            waves.stream()
                    .filter(wave -> touched.contains(wave.position()) && wave.state() != WaveState.WAITING)
                    .forEach(wave -> wave.move(WaveState.Verb.REOPEN, deed.at()));
        }
        deployers.add(deployer);
        outcome = null;
        endedAt = null;
        goOn();
    }

    public void abort(Deed deed) {
        move(DeploymentVerb.ABORT, deed);
        haltReason = deed.reason();
        end(deed);
    }

    public void rollBack(String deployer, Deed deed) {
        move(DeploymentVerb.ROLL_BACK, deed);
        goal = TargetAction.ROLLBACK;
        deployers.add(deployer);
        outcome = null;
        endedAt = null;
        goOn();
        haltReason = deed.reason();
    }

    /** Asks to leave a server out, for the deed's reason. */
    public void exclude(String server, Deed deed) {
        move(DeploymentVerb.EXCLUDE, deed);
        if (exclusion(server).isPresent()) {
            throw new Conflict(
                    "already-excluded",
                    "%s: the exclusion of %s is asked for already.".formatted(number(), server),
                    Map.of("record", number().toString(), "server", server));
        }
        exclusions.add(new Exclusion(this, server, deed));
    }

    /**
     * @param complete whether every server has then the wanted level or is excluded
     * @throws Forbidden when who asked for the exclusion agrees to it
     */
    public void approveExclusion(String server, boolean complete, Deed deed) {
        Exclusion exclusion = exclusion(server)
                .filter(asked -> !asked.isApproved())
                .orElseThrow(() -> new NotFound("open exclusion of", server));
        DeploymentState to =
                complete && state == DeploymentState.PARTIALLY_IMPLEMENTED ? DeploymentState.IMPLEMENTED : state;
        DeploymentState.transitions().require(number(), state, DeploymentVerb.APPROVE_EXCLUSION);
        if (exclusion.askedBy().equals(deed.actor())) {
            throw Forbidden.fourEyes(number(), "person who asked for the exclusion", "approve it");
        }
        moveTo(DeploymentVerb.APPROVE_EXCLUSION, to, deed);
        exclusion.approve(deed);
        if (DeploymentState.ENDED.contains(to)) {
            outcome = to;
        }
    }

    /** Moves a wave on: it begins, soaks, passes. */
    public void advance(Wave wave, WaveState.Verb verb, Deed deed) {
        move(DeploymentVerb.ADVANCE, deed);
        wave.move(verb, deed.at());
    }

    /** A wave has more failing targets than it bears: no further host starts. */
    public void failWave(Wave wave, Deed deed) {
        halt("wave-failed", deed);
        wave.move(WaveState.Verb.FAIL, deed.at());
    }

    /**
     * Nothing is in hand and nothing waits.
     *
     * @param complete going forward: every target has the wanted level; going back: none has what was installed
     */
    public void finish(boolean complete, Deed deed) {
        DeploymentState whole = goal == TargetAction.INSTALL ? DeploymentState.IMPLEMENTED : DeploymentState.BACKED_OUT;
        moveTo(DeploymentVerb.FINISH, complete ? whole : DeploymentState.PARTIALLY_IMPLEMENTED, deed);
        end(deed);
    }

    /**
     * @throws Forbidden when who started, resumed, retried or rolled back verifies
     */
    public void verify(String text, Deed deed) {
        DeploymentState.transitions().require(number(), state, DeploymentVerb.VERIFY);
        if (deployers.contains(deed.actor())) {
            throw Forbidden.fourEyes(number(), "deployer", "verify");
        }
        move(DeploymentVerb.VERIFY, deed);
        verifiedBy = deed.actor();
        verification = text;
    }

    public void close(Deed deed) {
        move(DeploymentVerb.CLOSE, deed);
    }

    private void end(Deed deed) {
        outcome = state;
        endedAt = deed.at();
    }

    private void goOn() {
        haltKey = null;
        haltReason = null;
    }

    private void move(DeploymentVerb verb, Deed deed) {
        DeploymentState.transitions().require(number(), state, verb);
        moveTo(verb, DeploymentState.transitions().after(number(), state, verb), deed);
    }

    private void moveTo(DeploymentVerb verb, DeploymentState to, Deed deed) {
        DeploymentState from = state;
        state = DeploymentState.transitions().after(number(), from, verb, to);
        changed(verb, from, state, deed);
    }

    /** The actions that hosts may be sent now. */
    public Set<TargetAction> startableActions() {
        return switch (state) {
            case RUNNING -> EnumSet.of(TargetAction.INSTALL, TargetAction.VERIFY);
            case ROLLING_BACK -> EnumSet.of(TargetAction.ROLLBACK, TargetAction.VERIFY);
            // Finding out what happened changes nothing, and may clear what made it pause.
            case PAUSED -> EnumSet.of(TargetAction.VERIFY);
            default -> EnumSet.noneOf(TargetAction.class);
        };
    }

    /** Positions of the waves of which targets may be taken in hand now. */
    public Set<Integer> openWaves() {
        Set<Integer> open = new HashSet<>();
        for (Wave wave : waves) {
            if (goal == TargetAction.ROLLBACK || state == DeploymentState.PAUSED || wave.state() == WaveState.RUNNING) {
                open.add(wave.position());
            }
        }
        return open;
    }
}
