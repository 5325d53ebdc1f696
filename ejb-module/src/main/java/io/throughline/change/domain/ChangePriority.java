package io.throughline.change.domain;

/** How soon a change is needed; the first is the most urgent. A change has a type beside it. */
public enum ChangePriority {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW
}
