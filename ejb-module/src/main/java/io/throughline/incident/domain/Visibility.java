package io.throughline.incident.domain;

/** Who sees a note. */
public enum Visibility {
    INTERNAL,
    /** Every linked caller is told. */
    CALLER
}
