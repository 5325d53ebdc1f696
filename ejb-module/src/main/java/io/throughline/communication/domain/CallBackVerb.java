package io.throughline.communication.domain;

/** What can come of a call-back. */
public enum CallBackVerb {
    ASK_FOR,
    TELL,
    FIND_NO_ANSWER,
    HEAR_DOUBT
}
