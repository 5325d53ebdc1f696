package io.throughline.change.domain;

/** By which way a change comes to its authorization. */
public enum ChangeType {
    /** Pre-authorized by a template. */
    STANDARD,
    /** Judged from every perspective that its model asks for. */
    NORMAL,
    /** Cannot wait: one judgement is enough, and a retrospective review follows. */
    EMERGENCY
}
