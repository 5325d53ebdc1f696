package io.throughline.incident.domain;

/** How much suffers. */
public enum Impact {
    /** A whole service, or many organisations. */
    HIGH,
    /** Part of a service, or one organisation. */
    MEDIUM,
    /** Single people. */
    LOW
}
