package io.throughline.communication.domain;

/** What can be done with a message. */
public enum MessageVerb {
    WRITE,
    /** One sender takes it; no other may then. */
    CLAIM,
    CONFIRM_SENT,
    /** The mail server could not take it now. */
    POSTPONE,
    FAIL,
    /** Nobody can say whether it went out. */
    DOUBT,
    /** A person lets it go out again, under the same Message-ID. */
    RESEND,
    /** A person knows that it arrived. */
    MARK_SENT
}
