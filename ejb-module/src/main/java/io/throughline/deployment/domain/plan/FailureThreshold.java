package io.throughline.deployment.domain.plan;

import io.throughline.kernel.domain.refusal.Invalid;
import java.util.List;

/**
 * How many failing targets a wave bears, absolute and as a share; whichever is passed first stops it. Failing are
 * targets that failed, that never answered, whose outcome is in doubt, and whose host key was refused, all alike.
 *
 * @param count most failing targets; null for no absolute limit
 * @param percent largest share of the wave's targets, 1 to 100; null for no relative limit
 */
public record FailureThreshold(Integer count, Integer percent) {

    /** Not one failing target is borne: what holds when a plan says nothing. */
    public static final FailureThreshold NONE = new FailureThreshold(0, null);

    void check(String field, List<Invalid.FieldError> errors) {
        if (count == null && percent == null) {
            errors.add(new Invalid.FieldError(field, "must give count, percent or both"));
        }
        if (count != null && count < 0) {
            errors.add(new Invalid.FieldError(field + ".count", "must be 0 or more"));
        }
        if (percent != null && (percent < 1 || percent > 100)) {
            errors.add(new Invalid.FieldError(field + ".percent", "must be from 1 to 100"));
        }
    }

    public boolean isPassedBy(long failing, long targets) {
        return count != null && failing > count || percent != null && failing * 100 > percent * targets;
    }
}
