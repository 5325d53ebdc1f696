package io.throughline.communication.domain;

/** What can come of a call-back. */
public enum CallBackVerb {
    ASK_FOR,
    TELL,
    FIND_NO_ANSWER,
    HEAR_DOUBT,
    /** What was to be said is part of a newer call. */
    SUPERSEDE
}
