package io.throughline.web.communication;

import io.throughline.communication.domain.MessageState;
import io.throughline.communication.domain.MessageVerb;
import io.throughline.communication.service.MessageService;
import io.throughline.communication.service.MessageView;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.DeedList;
import io.throughline.web.page.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What was written to people and whether it went out; a person decides about what is in doubt. */
@Named
@ViewScoped
public class Outbox extends DeedList<MessageView> {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/communication/outbox.xhtml?faces-redirect=true";

    @Inject
    transient MessageService messages;

    @Inject
    transient Attempt attempt;

    @Inject
    transient Texts texts;

    private String state;

    @Override
    protected Page<MessageView> read(Long from, int size) {
        return messages.page(given(MessageState.class, state), null, from, size);
    }

    public boolean can(MessageView message, String verb) {
        return message.allowed().contains(MessageVerb.valueOf(verb));
    }

    public String resend(MessageView message) {
        return attempt.at(
                PAGE,
                texts.get("done", message.number(), texts.verb("RESEND")),
                () -> messages.resend(RecordNumber.parse(message.number()), message.version()));
    }

    public String markSent(MessageView message) {
        return attempt.at(
                PAGE,
                texts.get("done", message.number(), texts.verb("MARK_SENT")),
                () -> messages.markSent(RecordNumber.parse(message.number()), message.version()));
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }
}
