package io.throughline.incident.domain;

/** How soon it hurts. */
public enum Urgency {
    /** Harm grows by the minute. */
    HIGH,
    /** Work is hindered. */
    MEDIUM,
    /** There is another way for the time being. */
    LOW
}
