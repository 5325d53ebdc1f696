package io.throughline.incident.domain.diagnosis;

/** Whether a server could be asked at all. */
public enum Reach {
    ANSWERED,
    /** No connection came about. */
    UNREACHABLE,
    /** Connected, but the answer did not come in time. */
    MUTE,
    /** Its host key is unknown or has changed: nobody was asked. */
    QUARANTINED
}
