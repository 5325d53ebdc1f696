package io.throughline.configurationaudit.domain;

/** What happens to a finding. */
public enum FindingVerb {
    /** A person says what becomes of it. */
    DECIDE,
    /** A later audit finds it still there. */
    SEE_AGAIN,
    /** A later audit looked and did not find it. */
    VANISH
}
