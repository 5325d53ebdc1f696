package io.throughline.deployment.domain.target;

import static io.throughline.deployment.domain.target.TargetState.*;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What may come of an action on a server, and what is to be done there next. */
public final class TargetCourse {

    private TargetCourse() {}

    /** The states to which an answer to this action may lead. */
    public static Set<TargetState> outcomesOf(TargetAction action) {
        return switch (action) {
            case INSTALL ->
                EnumSet.of(APPLIED, VERIFIED, UP_TO_DATE, FAILED, UNREACHABLE, IN_DOUBT, QUARANTINED, SKIPPED);
            case VERIFY ->
                EnumSet.of(PENDING, APPLIED, VERIFIED, UP_TO_DATE, FAILED, IN_DOUBT, QUARANTINED, ROLLED_BACK);
            case ROLLBACK -> EnumSet.of(FAILED, UNREACHABLE, IN_DOUBT, QUARANTINED, ROLLED_BACK);
        };
    }

    /** Whether the server has, or may have, what the deployment installs, after this outcome. */
    public static boolean touched(Outcome outcome) {
        return switch (outcome.state()) {
            case APPLIED, VERIFIED, IN_DOUBT -> true;
            case ROLLED_BACK -> false;
            case PENDING -> outcome.changed();
            default -> outcome.claim().touched() || outcome.changed();
        };
    }

    /**
     * @param goal INSTALL while the deployment goes forward, ROLLBACK while it goes back
     * @return what to do on this server next without being asked; empty when nothing
     */
    public static Optional<TargetAction> next(TargetAction goal, Outcome outcome) {
        Claim claim = outcome.claim();
        TargetState state = outcome.state();
        if (state == IN_DOUBT) {
            // A verification that got no answer either waits for a person's retry.
            return claim.action() == TargetAction.VERIFY ? Optional.empty() : Optional.of(TargetAction.VERIFY);
        }
        if (goal == TargetAction.INSTALL) {
            return state == PENDING ? Optional.of(TargetAction.INSTALL) : Optional.empty();
        }
        // A rollback that failed is not repeated unasked; one that never took place is.
        TargetAction effect = claim.action() == TargetAction.VERIFY ? claim.doubt() : claim.action();
        boolean back = effect == TargetAction.INSTALL || state == APPLIED || state == VERIFIED || state == PENDING;
        return back && touched(outcome) ? Optional.of(TargetAction.ROLLBACK) : Optional.empty();
    }
}
