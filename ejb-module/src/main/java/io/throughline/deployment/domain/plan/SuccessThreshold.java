package io.throughline.deployment.domain.plan;

import io.throughline.kernel.domain.refusal.Invalid;
import java.util.List;

/**
 * How many servers must have the wanted level for a wave to pass, absolute and as a share; both must be reached. Servers
 * that two people left out, or that are no longer in service, do not count either way.
 *
 * @param count fewest servers; null for no absolute limit
 * @param percent smallest share of the wave's servers, 1 to 100; null for no relative limit
 */
public record SuccessThreshold(Integer count, Integer percent) {

    /** A wave that is through and bears its failures has passed: what holds when a plan says nothing. */
    public static final SuccessThreshold NONE = new SuccessThreshold(null, null);

    void check(String field, int servers, List<Invalid.FieldError> errors) {
        if (count == null && percent == null) {
            errors.add(new Invalid.FieldError(field, "must give count, percent or both"));
        }
        if (count != null && (count < 1 || count > servers)) {
            errors.add(new Invalid.FieldError(field + ".count", "must be from 1 to the wave's " + servers));
        }
        if (percent != null && (percent < 1 || percent > 100)) {
            errors.add(new Invalid.FieldError(field + ".percent", "must be from 1 to 100"));
        }
    }

    /**
     * @param succeeded servers at the wanted level
     * @param servers those and the ones that miss it
     */
    public boolean isReachedBy(long succeeded, long servers) {
        return (count == null || succeeded >= Math.min(count, servers))
                && (percent == null || succeeded * 100 >= percent * servers);
    }
}
