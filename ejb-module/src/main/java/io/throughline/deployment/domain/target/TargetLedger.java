package io.throughline.deployment.domain.target;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where targets are kept. Every change is conditional on the state and token that the caller has seen, and tells which
 * rows it found so; the rows carry the audit record that goes with the change.
 */
public interface TargetLedger {

    /** Why a target is in doubt that its own silence did not bring about: the process that had it in hand died. */
    String OWNER_DIED = "owner-died";

    /** Why a target in doubt does not count as failing for now: a person asked to verify it again. */
    String TO_BE_VERIFIED = "to-be-verified";

    /** Why a target waits again: a person asked to try what failed, or was never reached, once more. */
    String RETRIED = "retried";

    /** Why a target was left alone that is missing nowhere: the server is no longer in service. */
    String LEFT_SERVICE = "left-service";

    /** Why a target was left alone: somebody flagged the server. */
    String DO_NOT_TOUCH = "do-not-touch";

    /** A target that is about to be planned. */
    record Planned(int position, int wave, String server, long auditId) {}

    /** A change of a row, with the audit record that tells of it. */
    record Audited<T>(T what, long auditId) {}

    /**
     * How many targets of a wave are in a state.
     *
     * @param waiting for how many of them something is to be done next
     * @param failing how many of them count against the wave's threshold
     * @param missing how many of them have not what the deployment was to bring, though still in service
     * @param touched how many of them have, or may have, what the deployment installed
     */
    record Count(int wave, TargetState state, long targets, long waiting, long failing, long missing, long touched) {}

    /** What a page of targets is narrowed to; null means any. */
    record Filter(TargetState state, Integer wave) {}

    void plan(long deployment, List<Planned> targets);

    /**
     * Targets that wait for one of these actions, those to be verified first, then in the plan's order; not those whose
     * server is in hand elsewhere.
     */
    List<Target> claimable(long deployment, Set<TargetAction> actions, Collection<Integer> waves, int limit);

    /**
     * Takes targets in hand for a process.
     *
     * @param token higher than any before, for any deployment
     * @return those that still were as seen
     */
    List<Claim> claim(String deployment, List<Target> seen, long token, String owner, Instant at);

    /** Stores the intents. Returns those whose claim still holds. */
    List<Claim> intend(List<Audited<Claim>> claims, Instant at);

    /**
     * Gives claims back of which nothing was sent; what they wait for next is what the goal asks of them by now. Returns
     * those that still held.
     */
    List<Claim> giveBack(List<Claim> claims);

    /**
     * Records outcomes of intents and their evidence, and what is to be done next towards the goal. Returns those whose
     * token and intent still held.
     */
    List<Outcome> record(TargetAction goal, List<Audited<Outcome>> outcomes, Instant at);

    /**
     * Moves a target that nobody has in hand.
     *
     * @param next what is to be done next, null when nothing
     * @return false when the row is no longer as seen
     */
    boolean move(Audited<Target> seen, TargetState to, TargetAction next, String reasonKey, String reason);

    /** From now on every touched target is to be brought back; those that wait for an install wait no longer. */
    void turnBack(long deployment);

    /** What a process has in hand. */
    List<Target> inHandOf(long deployment, String owner);

    /** What a process has in hand of these positions. */
    List<Target> inHandOf(long deployment, String owner, Collection<Integer> positions);

    /** An intent whose process is dead: in doubt, to be verified next under a new token. */
    boolean doubt(Audited<Target> seen, String reasonKey, String reason);

    Set<String> owners(long deployment);

    List<Count> counts(long deployment);

    /** How many targets of each wave count against its threshold; waves without any are left out. */
    Map<Integer, Long> failing(long deployment);

    /**
     * Servers that any rollout has taken down, or may have: in hand, or failing in a rollout that is not verified yet
     * while no later one has brought them to a known level.
     *
     * @return their states by number of the server, the state in hand where there is one
     */
    Map<String, TargetState> down();

    /** Targets in one of the states, in the plan's order. */
    List<Target> inStates(long deployment, Set<TargetState> states);

    /** Targets that have answered, the newest answer first. */
    List<Target> newestAnswers(long deployment, int most);

    Optional<Target> find(long deployment, String server);

    List<Target> page(long deployment, Filter filter, int after, int size);

    /** Evidence of one target, oldest first. */
    List<Evidence> evidence(long deployment, int position);

    /** One stored step. */
    record Evidence(long token, TargetAction action, int step, StepEvidence evidence, String digest) {}
}
