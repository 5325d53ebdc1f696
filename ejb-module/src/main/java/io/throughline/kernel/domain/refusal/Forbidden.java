package io.throughline.kernel.domain.refusal;

import java.util.Map;

/** The person may not do this: a right is missing, or four eyes are needed. Leaves its own audit record. */
public class Forbidden extends Refusal {

    private static final long serialVersionUID = 1L;

    private Forbidden(String key, String detail, Map<String, ?> facts) {
        super(key, detail, facts);
    }

    public static Forbidden missingRight(Enum<?> right) {
        return new Forbidden(
                "missing-right", "This needs the right " + right.name() + ".", Map.of("right", right.name()));
    }

    /**
     * @param excludedAs what the person already was on this record, for instance {@code requester}
     * @param verb what was tried
     */
    public static Forbidden fourEyes(Object record, String excludedAs, String verb) {
        return new Forbidden(
                "four-eyes",
                "%s: who is the %s may not %s; a second person must.".formatted(record, excludedAs, verb),
                Map.of("record", String.valueOf(record), "excludedAs", excludedAs, "verb", verb));
    }

    public static Forbidden notLoggedIn() {
        return new Forbidden("not-logged-in", "Nobody is logged in.", Map.of());
    }

    /** A one-time password serves for nothing but choosing another. */
    public static Forbidden passwordChangeRequired() {
        return new Forbidden(
                "password-change-required",
                "This password served for one login; choose another first (PUT /api/v1/me/password, or the settings).",
                Map.of());
    }

    public static Forbidden machineOnly() {
        return new Forbidden("machine-only", "Only the product itself does this.", Map.of());
    }

    @Override
    public int httpStatus() {
        return 403;
    }
}
