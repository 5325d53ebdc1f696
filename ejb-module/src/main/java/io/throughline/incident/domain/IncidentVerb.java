package io.throughline.incident.domain;

/** What can be done with an incident. */
public enum IncidentVerb {
    LOG,
    CLASSIFY,
    /** Try something with the caller, before anybody investigates. */
    SUPPORT,
    ESCALATE,
    ASSIGN,
    HOLD,
    RESUME,
    NOTE,
    DECLARE_MAJOR,
    START_DIAGNOSIS,
    /** The product stores what servers answered to a documented procedure. */
    RECORD_ANSWERS,
    CONCLUDE_DIAGNOSIS,
    /** A change was raised that is to settle it. */
    PLAN_RESOLUTION,
    /** The product notes that the change is being carried out. */
    BEGIN_RECOVERY,
    /** The product stores what the service's front door answered. */
    CHECK_SYMPTOM,
    RESOLVE,
    FAIL_RESOLUTION,
    REOPEN,
    CLOSE
}
