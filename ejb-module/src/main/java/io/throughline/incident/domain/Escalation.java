package io.throughline.incident.domain;

/** Which way an incident was escalated. */
public enum Escalation {
    /** To people who know more. */
    FUNCTIONAL,
    /** To people who decide more. */
    HIERARCHIC
}
