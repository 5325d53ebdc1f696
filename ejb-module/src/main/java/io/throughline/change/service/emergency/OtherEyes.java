package io.throughline.change.service.emergency;

import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.ChangeSearch.Owed;
import io.throughline.change.domain.ChangeVerb;
import io.throughline.change.domain.authorization.Authorization;
import io.throughline.change.domain.authorization.BreakGlass;
import io.throughline.change.domain.authorization.FourEyes;
import io.throughline.identity.domain.PersonRepository;
import io.throughline.identity.domain.Right;
import io.throughline.kernel.notice.Notice;
import io.throughline.kernel.notice.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Asks everybody who may do it, and whom four eyes do not exclude, for what an emergency still needs. */
@ApplicationScoped
public class OtherEyes {

    private static final Set<Right> MAY_SECOND = Set.of(Right.SECOND_PERSON, Right.CHANGE_AUTHORIZE);
    private static final Set<Right> MAY_LOOK_BACK = Set.of(Right.CHANGE_MANAGE);

    @Inject
    PersonRepository people;

    @Inject
    Event<Notice> notices;

    /** Somebody has authorized it alone. */
    public void askToSecond(ChangeRequest change) {
        second(change, "change-second-wanted");
    }

    /** It is over; what there is to learn from it is due. Nobody is asked when it was no emergency. */
    public void askToLookBack(ChangeRequest change) {
        lookBack(change, "change-retrospective-due");
    }

    /** The time for it has run out. */
    void remind(ChangeRequest change, Owed owed) {
        switch (owed) {
            case SECONDING -> second(change, "change-second-overdue");
            case RETROSPECTIVE -> lookBack(change, "change-retrospective-overdue");
        }
    }

    private void second(ChangeRequest change, String text) {
        Authorization signed = change.authorization().orElseThrow();
        BreakGlass glass = signed.breakGlass().orElseThrow();
        tell(
                change,
                ChangeVerb.SECOND,
                MAY_SECOND,
                text,
                glass.secondDue(),
                Map.of("authority", signed.authority(), "reason", glass.reason()));
    }

    private void lookBack(ChangeRequest change, String text) {
        Instant due = change.review().retrospectiveDue();
        if (due != null) {
            tell(change, ChangeVerb.RETROSPECT, MAY_LOOK_BACK, text, due, Map.of());
        }
    }

    private void tell(
            ChangeRequest change,
            ChangeVerb verb,
            Set<Right> rights,
            String text,
            Instant due,
            Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("title", change.proposal().fields().title());
        all.put("due", due.toString());
        people.holding(rights).stream()
                .map(person -> person.number().toString())
                .filter(person -> FourEyes.excludedAs(change, verb, person).isEmpty())
                .forEach(person -> notices.fire(new Notice(
                        "%s %s %s %s".formatted(change.number(), text, due, person),
                        change.number(),
                        text,
                        Recipient.person(person),
                        all)));
    }
}
