package io.throughline.change.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.change.domain.ChangeRepository;
import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.authorization.Binding;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;

/** Change's confirmation, just before deployment: binds package, servers and plan inside what was authorized. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class ChangeConfirmation {

    @Inject
    ChangeRepository changes;

    @Inject
    ChangeFile file;

    @Inject
    Authority authority;

    /**
     * @throws Invalid naming what lies outside the envelope
     * @throws Conflict when the authorization does not stand any more
     */
    public ChangeView confirm(RecordNumber number, Binding binding) {
        authority.require(Right.CHANGE_COORDINATE);
        ChangeRequest change = changes.require(number);
        return file.change(
                change,
                AuditEntry.of("change.confirm").by(Right.CHANGE_COORDINATE).performing(Activity.COORDINATE_CHANGE),
                (one, deed) -> one.confirm(binding, deed));
    }
}
