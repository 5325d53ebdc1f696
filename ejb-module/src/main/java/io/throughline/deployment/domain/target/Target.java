package io.throughline.deployment.domain.target;

import java.time.Instant;

/**
 * One row of the ledger.
 *
 * @param position place in the plan, from 1; with the deployment it names the row
 * @param wave position of its wave
 * @param server number of the server
 * @param token of its last claim
 * @param goal INSTALL, or ROLLBACK once the deployment goes back
 * @param next what is to be done next; null when nothing
 * @param action what was done last or is being done; null before the first claim
 * @param doubt the action whose effect is in doubt; null when none is
 * @param claimedFrom state before the claim by which it is in hand; null when it never was
 * @param touched whether the server has, or may have, what this deployment installed
 * @param owner incarnation of the process that has it in hand; null when none
 * @param before level found before the install; null when not known
 * @param after level found last; null when not known
 * @param reasonKey stable key of why it failed or was left alone; null when there is nothing to say
 * @param reason the same in words
 */
public record Target(
        long deployment,
        int position,
        int wave,
        String server,
        TargetState state,
        long token,
        TargetAction goal,
        TargetAction next,
        TargetAction action,
        TargetAction doubt,
        TargetState claimedFrom,
        boolean touched,
        String owner,
        String before,
        String after,
        String reasonKey,
        String reason,
        Instant intendedAt,
        Instant answeredAt) {

    /** The claim by which it is in hand now. */
    public Claim asClaim(String number) {
        return new Claim(
                number, position, wave, server, token, action, doubt, touched, claimedFrom, isRetry(), before, owner);
    }

    /** The claim that this target becomes when a process takes what is to be done next. */
    public Claim claimed(String number, long newToken, String newOwner) {
        TargetAction doubted = next == TargetAction.VERIFY ? doubt : null;
        return new Claim(
                number, position, wave, server, newToken, next, doubted, touched, state, isRetry(), before, newOwner);
    }

    /** It has not what the deployment was to bring, and is still in service. */
    public boolean isMissing() {
        return !TargetState.AT_WANTED_LEVEL.contains(state)
                && state != TargetState.EXCLUDED
                && !(state == TargetState.SKIPPED && TargetLedger.LEFT_SERVICE.equals(reasonKey));
    }

    private boolean isRetry() {
        return TargetLedger.RETRIED.equals(reasonKey);
    }
}
