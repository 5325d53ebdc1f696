package io.throughline.contact.domain;

/** How soon something must be settled; the first is the most urgent. */
public enum Priority {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW
}
