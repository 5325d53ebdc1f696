package io.throughline.procedure.domain;

/** What can be done with a procedure. */
public enum ProcedureVerb {
    WRITE,
    REVISE,
    APPROVE,
    RETIRE
}
