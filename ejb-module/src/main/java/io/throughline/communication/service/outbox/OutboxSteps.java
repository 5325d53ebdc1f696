package io.throughline.communication.service.outbox;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.communication.domain.Message;
import io.throughline.communication.domain.MessageRepository;
import io.throughline.communication.domain.MessageState;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Times;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The steps of sending, each a transaction of its own. The product itself takes them, nobody else. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxSteps {

    @Inject
    MessageRepository messages;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    public List<RecordNumber> due(int most) {
        return messages.due(Times.now(clock), most);
    }

    /**
     * Takes a message for sending. Of two that try, one fails on commit, because the row's version is part of the
     * update's condition.
     *
     * @return empty when it was taken or settled meanwhile
     */
    public Optional<OutgoingMail> claim(RecordNumber number) {
        authority.requireMachine();
        Optional<Message> pending = messages.find(number).filter(message -> message.state() == MessageState.PENDING);
        pending.ifPresent(message -> trail.change(message, AuditEntry.of("message.claim"), message::claim));
        return pending.map(OutgoingMail::from);
    }

    public void settle(RecordNumber number, Delivery delivery) {
        authority.requireMachine();
        Message message = messages.require(number);
        AuditEntry entry = AuditEntry.of("message." + delivery.kind().name().toLowerCase(java.util.Locale.ROOT))
                .because(delivery.reason());
        switch (delivery.kind()) {
            case TAKEN -> trail.change(message, entry, message::confirmSent);
            case POSTPONED -> trail.change(message, entry, message::postpone);
            case REFUSED -> trail.change(message, entry, message::fail);
            case UNKNOWN -> trail.change(message, entry, message::doubt);
        }
    }

    /** The version at which each message is claimed: when it does not move, its sender is gone. */
    public Map<RecordNumber, Long> sending() {
        return messages.sending().stream().collect(Collectors.toMap(Message::number, Message::version));
    }

    /** Whoever claimed it has not settled it and will not. */
    public void abandon(RecordNumber number, long version) {
        authority.requireMachine();
        messages.find(number)
                .filter(message -> message.state() == MessageState.SENDING && message.version() == version)
                .ifPresent(message -> trail.change(
                        message,
                        AuditEntry.of("message.abandoned").because("the sender ended between sending and noting it"),
                        message::doubt));
    }
}
