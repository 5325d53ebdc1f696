package io.throughline.communication.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.communication.domain.CallBack;
import io.throughline.communication.domain.CallBackOutcome;
import io.throughline.communication.domain.CallBackRepository;
import io.throughline.communication.domain.CallBackState;
import io.throughline.communication.domain.event.CallerDoubted;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.PlainText;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.service.Commands;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.validation.constraints.NotNull;

/** The desk's call-back list. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class CallBackService {

    @Inject
    CallBackRepository callBacks;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    Commands commands;

    @Inject
    Event<CallerDoubted> doubted;

    /**
     * @param note what was said; needed when the caller says that it does not work
     */
    public record Called(
            @NotNull CallBackOutcome outcome,
            @PlainText(max = 2000, multiline = true) String note) {}

    /** Notes what came of a call. */
    public CallBackView called(RecordNumber number, long version, Called command) {
        authority.require(Right.CONTACT_WORK);
        commands.valid(command);
        if (command.outcome() == CallBackOutcome.DOUBT && command.note() == null) {
            throw Invalid.field("note", "must say what does not work when the outcome is DOUBT");
        }
        CallBack call = callBacks.require(number, version);
        trail.change(
                call,
                AuditEntry.of("callBack.called")
                        .by(Right.CONTACT_WORK)
                        .performing(Activity.OWN_MONITOR_TRACK_COMMUNICATE),
                deed -> call.called(command.outcome(), command.note(), deed));
        if (command.outcome() == CallBackOutcome.DOUBT) {
            doubted.fire(new CallerDoubted(number, RecordNumber.parse(call.record()), command.note()));
        }
        return CallBackView.from(call);
    }

    public CallBackView get(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        return CallBackView.from(callBacks.require(number));
    }

    public Page<CallBackView> page(CallBackState state, String record, Long before, int size) {
        authority.require(Right.RECORD_READ);
        return callBacks.page(state, record, before, size).map(CallBackView::from);
    }
}
