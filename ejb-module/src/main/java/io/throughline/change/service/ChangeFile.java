package io.throughline.change.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.change.domain.ChangeRequest;
import io.throughline.identity.domain.Person;
import io.throughline.identity.domain.PersonRepository;
import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Times;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.notice.Notice;
import io.throughline.kernel.notice.Recipient;
import io.throughline.kernel.persistence.History;
import io.throughline.kernel.thread.Threads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** What every service of changes does with one: change it under audit, show it whole, tell people of it. */
@ApplicationScoped
public class ChangeFile {

    @Inject
    AuditTrail trail;

    @Inject
    History history;

    @Inject
    Threads threads;

    @Inject
    PersonRepository people;

    @Inject
    Event<Notice> notices;

    @Inject
    Clock clock;

    ChangeView change(ChangeRequest change, AuditEntry entry, BiConsumer<ChangeRequest, Deed> verb) {
        trail.change(change, entry, deed -> verb.accept(change, deed));
        return whole(change);
    }

    ChangeView whole(ChangeRequest change) {
        return ChangeView.of(
                change,
                new ChangeView.Life(
                        history.of(change.number()),
                        threads.threadOf(change.number().toString()).orElse(null)),
                now());
    }

    Instant now() {
        return Times.now(clock);
    }

    /**
     * @param field of the command that names the person
     * @throws Invalid when there is no such active person, or none with this right
     */
    String requirePerson(String field, String number, Right right) {
        return people.find(RecordNumber.parse(RecordKind.PERSON, field, number))
                .filter(Person::active)
                .filter(person -> person.rights().contains(right))
                .map(person -> person.number().toString())
                .orElseThrow(() -> Invalid.field(field, "must be the number of a person with the right " + right));
    }

    /**
     * Has one person told, once for each occasion.
     *
     * @param text name of the text
     * @param occasion what happened, unique within the change
     */
    void tell(ChangeRequest change, String person, String text, String occasion, Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("title", change.proposal().fields().title());
        notices.fire(new Notice(
                "%s %s %s".formatted(change.number(), occasion, person),
                change.number(),
                text,
                Recipient.person(person),
                all));
    }
}
