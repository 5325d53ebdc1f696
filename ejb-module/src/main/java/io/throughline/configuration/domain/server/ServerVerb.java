package io.throughline.configuration.domain.server;

/** What is done with servers. */
public enum ServerVerb {
    REGISTER,
    CORRECT,
    /** Mark it as one that nobody may touch, with a reason. */
    PROTECT,
    UNPROTECT,
    REPORT_INSTALLED,
    RETIRE,
    REINSTATE
}
