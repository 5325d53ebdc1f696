package io.throughline.deployment.service;

import io.throughline.deployment.domain.target.Target;
import io.throughline.deployment.domain.target.TargetAction;
import io.throughline.deployment.domain.target.TargetLedger.Evidence;
import io.throughline.deployment.domain.target.TargetState;
import java.time.Instant;
import java.util.List;

/**
 * One server in a deployment.
 *
 * @param name of the server; null when it is not known any more
 * @param action what was done last or is being done; null before the first
 * @param next what waits to be done; null when nothing
 * @param before level found before the install; null when not known
 * @param after level found last; null when not known
 * @param evidence what was run there, oldest first; null in lists
 */
public record TargetView(
        int position,
        int wave,
        String server,
        String name,
        TargetState state,
        TargetAction action,
        TargetAction next,
        long token,
        String before,
        String after,
        String reasonKey,
        String reason,
        Instant intendedAt,
        Instant answeredAt,
        List<Step> evidence) {

    /** One step on the host. */
    public record Step(
            long token,
            TargetAction action,
            int step,
            String command,
            Integer exit,
            String output,
            long durationMillis,
            String digest,
            Instant answeredAt) {

        static Step from(Evidence stored) {
            return new Step(
                    stored.token(),
                    stored.action(),
                    stored.step(),
                    stored.evidence().command(),
                    stored.evidence().exit(),
                    stored.evidence().output(),
                    stored.evidence().durationMillis(),
                    stored.digest(),
                    stored.evidence().answeredAt());
        }
    }

    static TargetView from(Target target, String name, List<Step> evidence) {
        return new TargetView(
                target.position(),
                target.wave(),
                target.server(),
                name,
                target.state(),
                target.action(),
                target.next(),
                target.token(),
                target.before(),
                target.after(),
                target.reasonKey(),
                target.reason(),
                target.intendedAt(),
                target.answeredAt(),
                evidence);
    }
}
