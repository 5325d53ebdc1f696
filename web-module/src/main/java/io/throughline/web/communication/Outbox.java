package io.throughline.web.communication;

import io.throughline.communication.domain.MessageState;
import io.throughline.communication.service.MessageService;
import io.throughline.communication.service.MessageView;
import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.DeedList;
import io.throughline.web.page.Possibilities;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What was written to people and whether it went out; a person decides about what is in doubt. */
@Named
@ViewScoped
public class Outbox extends DeedList<MessageView> {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/communication/outbox.xhtml?faces-redirect=true";
    private static final String RESEND = "RESEND";
    private static final String MARK_SENT = "MARK_SENT";

    @Inject
    transient MessageService messages;

    @Inject
    transient Attempt attempt;

    private String state;

    public Outbox() {
        super(RESEND, MARK_SENT);
    }

    @Override
    protected Page<MessageView> read(Long from, int size) {
        return messages.page(given(MessageState.class, state), null, from, size);
    }

    @Override
    protected Possibilities possible(MessageView message) {
        return possible(MessageState.table(), message.state())
                .needAny(RESEND, Right.CONTACT_WORK, Right.INCIDENT_MANAGE, Right.JOB_OPERATE)
                .needAny(MARK_SENT, Right.CONTACT_WORK, Right.INCIDENT_MANAGE, Right.JOB_OPERATE);
    }

    public String resend(MessageView message) {
        return attempt.at(
                PAGE,
                texts.get("done", message.number(), texts.verb(RESEND)),
                () -> messages.resend(RecordNumber.parse(message.number()), message.version()));
    }

    public String markSent(MessageView message) {
        return attempt.at(
                PAGE,
                texts.get("done", message.number(), texts.verb(MARK_SENT)),
                () -> messages.markSent(RecordNumber.parse(message.number()), message.version()));
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }
}
