package io.throughline.kernel.domain;

/**
 * A row of its own that belongs to a record: a wave of a deployment, an authorization of a change. It is changed by the
 * record's verbs alone, so whatever becomes of it needs a new audit record of that record in the same transaction.
 */
public interface AuditedPart {

    /** The record that it belongs to. */
    AuditedRoot auditedRoot();
}
