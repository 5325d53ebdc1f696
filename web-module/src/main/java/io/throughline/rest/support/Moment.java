package io.throughline.rest.support;

import io.throughline.kernel.domain.refusal.Invalid;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** A moment as a query parameter. */
public final class Moment {

    private Moment() {}

    /**
     * @param field name of the parameter
     * @param text ISO 8601 in UTC; null for not given
     * @throws Invalid when it is no moment
     */
    public static Instant of(String field, String text) {
        try {
            return text == null || text.isBlank() ? null : Instant.parse(text.strip());
        } catch (DateTimeParseException malformed) {
            throw Invalid.field(field, "must be a moment in UTC, as in 2026-03-02T02:30:00Z");
        }
    }
}
