package io.throughline.communication.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.communication.domain.CallBack;
import io.throughline.communication.domain.CallBackRepository;
import io.throughline.communication.domain.Letter;
import io.throughline.communication.domain.Message;
import io.throughline.communication.domain.MessageRepository;
import io.throughline.identity.domain.Channel;
import io.throughline.identity.domain.Person;
import io.throughline.identity.domain.PersonRepository;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.notice.Notice;
import io.throughline.kernel.notice.Recipient;
import io.throughline.kernel.thread.Threads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Turns what processes want told into a message or a call-back, in the transaction that it tells of: if that rolls back,
 * nobody is told.
 */
@ApplicationScoped
public class NoticeBoard {

    @Inject
    MessageRepository messages;

    @Inject
    CallBackRepository callBacks;

    @Inject
    PersonRepository people;

    @Inject
    AuditTrail trail;

    @Inject
    Threads threads;

    /**
     * Where and in which words somebody is told.
     *
     * @param address null when there is none
     */
    private record Address(String person, String name, Channel channel, String address, String edition) {}

    void onNotice(@Observes Notice notice) {
        if (messages.knows(notice.occasion()) || callBacks.knows(notice.occasion())) {
            return;
        }
        Address address = addressOf(notice.recipient());
        if (address.address() == null) {
            withhold(notice, address);
            return;
        }
        Letter letter = letter(notice, address);
        RecordNumber number = address.channel() == Channel.PHONE ? askForCall(letter) : write(letter);
        threads.join(number, notice.record());
        if (notice.says() == Notice.Says.ALL) {
            supersedeOlder(notice.record(), number);
        }
    }

    /** Who was erased has no address any more: that nobody is told is on record, and what was to be told goes on. */
    private void withhold(Notice notice, Address address) {
        trail.note(AuditEntry.of("notice.withhold")
                .on(notice.record())
                .because("%s: %s has no address".formatted(notice.occasion(), address.name())));
    }

    /** Who is told how it ended need not be called about what came before. */
    private void supersedeOlder(RecordNumber record, RecordNumber newer) {
        callBacks.waiting(List.of(record.toString())).stream()
                .filter(call -> !call.number().equals(newer))
                .forEach(call -> trail.change(
                        call,
                        AuditEntry.of("callBack.supersede").because("replaced by " + newer),
                        deed -> call.supersede(newer, deed)));
    }

    private RecordNumber write(Letter letter) {
        return trail.create(AuditEntry.of("message.write"), deed -> {
                    RecordNumber number = messages.nextNumber();
                    String messageId = "<%s.%s@throughline>".formatted(number, UUID.randomUUID());
                    return new Message(number, letter, messageId, deed);
                })
                .number();
    }

    private RecordNumber askForCall(Letter letter) {
        return trail.create(
                        AuditEntry.of("callBack.askFor"), deed -> new CallBack(callBacks.nextNumber(), letter, deed))
                .number();
    }

    private static Letter letter(Notice notice, Address address) {
        Map<String, String> variables = new HashMap<>(notice.variables());
        variables.put("name", address.name());
        variables.put("record", notice.record().toString());
        NoticeTexts texts = NoticeTexts.shipped();
        return new Letter(
                notice.occasion(),
                notice.record(),
                address.person(),
                address.name(),
                address.address(),
                texts.subject(notice.text(), address.edition(), variables),
                texts.body(notice.text(), address.edition(), variables));
    }

    private Address addressOf(Recipient recipient) {
        if (recipient.person() == null) {
            return recipient.byPhone()
                    ? new Address(null, recipient.name(), Channel.PHONE, recipient.phone(), null)
                    : new Address(null, recipient.name(), Channel.EMAIL, recipient.email(), null);
        }
        Person person = people.require(RecordNumber.parse(recipient.person()));
        String address = person.channel() == Channel.PHONE ? person.phone() : person.email();
        return new Address(person.number().toString(), person.fullName(), person.channel(), address, person.edition());
    }
}
