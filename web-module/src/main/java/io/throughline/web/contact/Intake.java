package io.throughline.web.contact;

import io.throughline.contact.service.ContactCommands.Receive;
import io.throughline.contact.service.ContactCommands.Route;
import io.throughline.contact.service.ContactService;
import io.throughline.contact.service.ContactView;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.Inputs;
import io.throughline.web.page.Show;
import io.throughline.web.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Takes a call on one page: who calls, what is said, and, when it is clear, what becomes of it. */
@Named
@RequestScoped
public class Intake {

    /** What becomes of the contact at once. */
    public enum Then {
        NEW_INCIDENT,
        LINK,
        LATER
    }

    private static final String FORM = "RECEIVE";

    @Inject
    ContactService contacts;

    @Inject
    Attempt attempt;

    @Inject
    Inputs input;

    @Inject
    Texts texts;

    public String take() {
        return attempt.leading(texts.get("intake.taken"), () -> {
            ContactView taken = contacts.receive(command());
            return Show.redirectTo(taken.incident() == null ? taken.number() : taken.incident());
        });
    }

    private Receive command() {
        Receive typed = input.as(FORM, Receive.class);
        Route routing = switch (Then.valueOf(input.text(FORM, "then"))) {
            case NEW_INCIDENT -> new Route(null, input.text(FORM, "title"), typed.service(), null);
            case LINK -> new Route(input.text(FORM, "incident"), null, null, null);
            case LATER -> null;
        };
        return new Receive(
                typed.caller(),
                typed.callerName(),
                typed.email(),
                typed.phone(),
                typed.channel(),
                typed.organisation(),
                typed.service(),
                typed.words(),
                typed.requestId(),
                typed.assessment(),
                routing);
    }
}
