package io.throughline.change.domain;

/** What is done with changes. */
public enum ChangeVerb {
    RECORD,
    /** Back to the requester, who is asked something. */
    RETURN,
    ANSWER,
    ACCEPT,
    REJECT,
    CATEGORIZE,
    ASSESS,
    AUTHORIZE,
    /** Authorize under a template that was authorized before. */
    PRE_AUTHORIZE,
    /** Authorize an emergency alone, to be seconded within a set time. */
    BREAK_GLASS,
    SECOND,
    REFUSE,
    WITHDRAW,
    EXTEND_WINDOW,
    /** Authorize servers that joined since. */
    ADD_TARGETS,
    APPOINT_OWNER,
    /** Engage Release, or the people of the manual tasks. */
    COORDINATE,
    /** Bind package, servers and plan inside the envelope, just before deployment. */
    CONFIRM,
    ADD_TASK,
    COMPLETE_TASK,
    BEGIN_IMPLEMENTATION,
    RECORD_OUTCOME,
    REVIEW,
    /** The dated review that follows every emergency. */
    RETROSPECT,
    CLOSE,
    CANCEL
}
