package io.throughline.contact.service;

import io.throughline.contact.domain.Assessment;
import io.throughline.contact.domain.Caller;
import io.throughline.contact.domain.ContactState;
import io.throughline.contact.domain.ContactVerb;
import io.throughline.contact.domain.Priority;
import io.throughline.contact.domain.UserContact;
import io.throughline.identity.domain.Channel;
import io.throughline.kernel.persistence.History;
import java.time.Instant;
import java.util.List;

/**
 * A contact as the desk sees it.
 *
 * @param caller number of the person, or null for somebody who is not on record
 * @param outcome the answer that fulfilled it or the reason for which it was rejected
 * @param history every step so far; null in lists
 * @param thread number of the record with which the thread began; null in lists
 */
public record ContactView(
        String number,
        long version,
        ContactState state,
        List<ContactVerb> allowed,
        String caller,
        String callerName,
        String email,
        String phone,
        Channel channel,
        String organisation,
        String service,
        String words,
        String requestId,
        Instant receivedAt,
        String receivedBy,
        String category,
        Priority priority,
        Boolean complete,
        String incident,
        String outcome,
        List<History.Step> history,
        String thread) {

    public static ContactView from(UserContact contact) {
        return of(contact, null, null);
    }

    static ContactView of(UserContact contact, List<History.Step> history, String thread) {
        Caller caller = contact.caller();
        Assessment judged = contact.assessment();
        return new ContactView(
                contact.number().toString(),
                contact.version(),
                contact.state(),
                ContactState.table().allowed(contact.state()),
                caller.person(),
                caller.name(),
                caller.email(),
                caller.phone(),
                caller.channel(),
                caller.organisation(),
                contact.service(),
                contact.words(),
                contact.requestId(),
                contact.receivedAt(),
                contact.receivedBy(),
                judged == null ? null : judged.category(),
                judged == null ? null : judged.priority(),
                judged == null ? null : judged.complete(),
                contact.incident(),
                contact.outcome(),
                history,
                thread);
    }
}
