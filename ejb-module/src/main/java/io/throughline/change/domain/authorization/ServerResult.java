package io.throughline.change.domain.authorization;

/** What came of a change on one server. */
public enum ServerResult {
    /** Nothing yet, or nothing that lasts. */
    OPEN,
    /** It is as the change wants it, and that was verified. */
    DONE,
    /** Left out, with a reason and a second person. */
    EXCLUDED,
    /** Skipped, since it no longer provides the service. */
    LEFT,
    /** Brought back to what it was. */
    BACKED_OUT;

    /** Whether nothing is left to be done on it. */
    public boolean settled() {
        return this == DONE || this == EXCLUDED || this == LEFT;
    }
}
