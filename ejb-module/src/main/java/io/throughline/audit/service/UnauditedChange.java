package io.throughline.audit.service;

import io.throughline.kernel.domain.AuditedPart;
import io.throughline.kernel.domain.AuditedRoot;

/** A record was about to be changed without an audit record: a fault in our code, never a user's. */
public class UnauditedChange extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UnauditedChange(AuditedRoot root) {
        super(root.number() + " was changed without an audit record in the same transaction");
    }

    UnauditedChange(AuditedPart part) {
        super("%s of %s was changed without an audit record of that in the same transaction"
                .formatted(part.getClass().getSimpleName(), part.auditedRoot().number()));
    }
}
