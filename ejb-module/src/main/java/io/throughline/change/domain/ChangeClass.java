package io.throughline.change.domain;

/** How far a change reaches. */
public enum ChangeClass {
    MINOR,
    SIGNIFICANT,
    MAJOR
}
