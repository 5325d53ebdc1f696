package io.throughline.contact.domain;

/** What can be done with a contact. */
public enum ContactVerb {
    RECEIVE,
    ASSESS,
    ROUTE,
    FULFIL,
    REJECT,
    /** Undo a routing to the wrong incident. */
    UNLINK,
    /** The caller says "no, it does not work". */
    DOUBT,
    CLOSE,
    /** Close together with the incident to which it was routed: by then its caller was told. */
    CLOSE_WITH_INCIDENT
}
