package io.throughline.communication.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.communication.domain.Message;
import io.throughline.communication.domain.MessageRepository;
import io.throughline.communication.domain.MessageState;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.function.BiConsumer;

/** The outbox as people see it, and what a person decides of a message that is in doubt or failed. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class MessageService {

    @Inject
    MessageRepository messages;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    /** Lets it go out again under the same Message-ID. */
    public MessageView resend(RecordNumber number, long version) {
        return decide(number, version, "resend", Message::resend);
    }

    /** Somebody knows that it arrived. */
    public MessageView markSent(RecordNumber number, long version) {
        return decide(number, version, "markSent", Message::markSent);
    }

    public MessageView get(RecordNumber number) {
        String reader = authority.require(Right.RECORD_READ);
        return MessageView.from(messages.require(number), reader);
    }

    public Page<MessageView> page(MessageState state, String record, Long before, int size) {
        String reader = authority.require(Right.RECORD_READ);
        return messages.page(state, record, before, size).map(message -> MessageView.from(message, reader));
    }

    private MessageView decide(RecordNumber number, long version, String action, BiConsumer<Message, Deed> verb) {
        String person = authority.requireAny(Right.CONTACT_WORK, Right.INCIDENT_MANAGE, Right.JOB_OPERATE);
        Message message = messages.require(number, version);
        trail.change(message, AuditEntry.of("message." + action), deed -> verb.accept(message, deed));
        return MessageView.from(message, person);
    }
}
