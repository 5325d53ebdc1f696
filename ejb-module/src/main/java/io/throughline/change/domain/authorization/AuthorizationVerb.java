package io.throughline.change.domain.authorization;

/** What is done with authorizations. */
public enum AuthorizationVerb {
    CONFIRM,
    ADD_SERVERS,
    SECOND,
    EXTEND,
    WITHDRAW,
    MAKE_VOID
}
