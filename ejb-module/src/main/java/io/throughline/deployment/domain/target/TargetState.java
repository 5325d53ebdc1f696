package io.throughline.deployment.domain.target;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Where one server is in a deployment. */
public enum TargetState {
    PENDING,
    /** One process has taken it; nothing was sent. */
    CLAIMED,
    /** The intent is stored; from now on something may have been sent. */
    INTENDED,
    /** Installed, not yet verified on the host. */
    APPLIED,
    /** Installed and verified on the host. */
    VERIFIED,
    /** Had the wanted level already; nothing was changed. */
    UP_TO_DATE,
    FAILED,
    /** Never connected: nothing was changed by this try. */
    UNREACHABLE,
    /** Something was sent and no answer came: verify first. */
    IN_DOUBT,
    /** The host's key is unknown or changed; refused before logging in. */
    QUARANTINED,
    ROLLED_BACK,
    /** Left alone: no longer active, not to be touched, or never its turn. */
    SKIPPED,
    /** Taken out with a reason by two people. */
    EXCLUDED;

    /** A process has it in hand. */
    public static final Set<TargetState> IN_FLIGHT = set(CLAIMED, INTENDED);

    /** Count against a wave's threshold. Silence counts as failure does. */
    public static final Set<TargetState> FAILING = set(FAILED, UNREACHABLE, IN_DOUBT, QUARANTINED);

    /** Has what the deployment was to bring. */
    public static final Set<TargetState> AT_WANTED_LEVEL = set(APPLIED, VERIFIED, UP_TO_DATE);

    /** May be tried again as they are. */
    public static final Set<TargetState> RETRYABLE = set(FAILED, UNREACHABLE, QUARANTINED, SKIPPED);

    /** May be taken out of a deployment: not in hand, and not done. */
    public static final Set<TargetState> EXCLUDABLE =
            set(PENDING, FAILED, UNREACHABLE, IN_DOUBT, QUARANTINED, SKIPPED, ROLLED_BACK);

    private static Set<TargetState> set(TargetState first, TargetState... more) {
        return Collections.unmodifiableSet(EnumSet.of(first, more));
    }
}
