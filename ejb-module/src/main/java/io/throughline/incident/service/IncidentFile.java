package io.throughline.incident.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.contact.domain.ContactRepository;
import io.throughline.contact.domain.UserContact;
import io.throughline.contact.service.ContactView;
import io.throughline.incident.domain.CallsToMake;
import io.throughline.incident.domain.Incident;
import io.throughline.incident.domain.IncidentState;
import io.throughline.incident.domain.SettlementPolicy;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.notice.Notice;
import io.throughline.kernel.persistence.History;
import io.throughline.kernel.thread.Threads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What every service of incidents does with one: change it under audit, show it whole, tell its callers. */
@ApplicationScoped
public class IncidentFile {

    @Inject
    ContactRepository contacts;

    @Inject
    AuditTrail trail;

    @Inject
    History history;

    @Inject
    Threads threads;

    @Inject
    SettlementEvidence evidence;

    @Inject
    CallsToMake calls;

    @Inject
    Event<Notice> notices;

    public IncidentView change(Incident incident, AuditEntry entry, BiConsumer<Incident, Deed> verb) {
        trail.change(incident, entry, deed -> verb.accept(incident, deed));
        return whole(incident);
    }

    public IncidentView whole(Incident incident) {
        List<ContactView> callers = contacts.linkedTo(incident.number().toString()).stream()
                .map(ContactView::from)
                .toList();
        return IncidentView.of(
                incident,
                new IncidentView.Life(
                        callers,
                        calls.waiting(callers.stream().map(ContactView::number).toList()),
                        missing(incident),
                        history.of(incident.number()),
                        threads.threadOf(incident.number().toString()).orElse(null)));
    }

    private List<SettlementPolicy.Objection> missing(Incident incident) {
        return incident.state() == IncidentState.CLOSED
                ? List.of()
                : SettlementPolicy.objections(incident, evidence.of(incident));
    }

    /**
     * Lets every linked caller be told, once for each occasion.
     *
     * @param occasion what happened, unique within the incident
     * @param text name of the text
     * @param says whether it makes earlier news needless
     */
    public void tellCallers(
            Incident incident, String occasion, String text, Map<String, String> variables, Notice.Says says) {
        for (UserContact contact : contacts.linkedTo(incident.number().toString())) {
            notices.fire(new Notice(
                    "%s %s %s".formatted(incident.number(), occasion, contact.number()),
                    contact.number(),
                    text,
                    contact.caller().recipient(),
                    with(variables, incident, contact),
                    says));
        }
    }

    private static Map<String, String> with(Map<String, String> variables, Incident incident, UserContact contact) {
        Map<String, String> all = new java.util.HashMap<>(variables);
        all.put("incident", incident.number().toString());
        all.put("title", incident.origin().title());
        all.put("words", contact.words());
        return all;
    }
}
