package io.throughline.web.contact;

import io.throughline.contact.domain.ContactState;
import io.throughline.contact.service.ContactCommands;
import io.throughline.contact.service.ContactService;
import io.throughline.contact.service.ContactView;
import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.web.page.RecordPage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One contact. */
@Named
@ViewScoped
public class ContactPage extends RecordPage {

    private static final long serialVersionUID = 1L;
    private static final String[] VERBS = {"ASSESS", "ROUTE", "FULFIL", "REJECT", "UNLINK", "DOUBT", "CLOSE"};

    @Inject
    transient ContactService contacts;

    private transient ContactView view;

    @Override
    protected RecordKind kind() {
        return RecordKind.USER_CONTACT;
    }

    @Override
    public void load() {
        view = contacts.get(record());
        String next = switch (view.state()) {
            case RECEIVED -> "ASSESS";
            case ASSESSED -> "ROUTE";
            case FULFILLED, REJECTED -> "CLOSE";
            default -> null;
        };
        opened(
                view.version(),
                possible(ContactState.table(), view.state()).need(Right.CONTACT_WORK, VERBS),
                next,
                VERBS);
        input.set("ASSESS", "category", view.category());
        input.set("ASSESS", "priority", view.priority());
        input.set("ASSESS", "complete", true);
        input.set("ROUTE", "service", view.service());
    }

    public String assess() {
        return tried("ASSESS", ContactCommands.Assess.class, contacts::assess);
    }

    public String route() {
        return tried("ROUTE", ContactCommands.Route.class, contacts::route);
    }

    public String fulfil() {
        return tried("FULFIL", ContactCommands.Answer.class, contacts::fulfil);
    }

    public String reject() {
        return tried("REJECT", ContactCommands.Reason.class, contacts::reject);
    }

    public String unlink() {
        return tried("UNLINK", ContactCommands.Reason.class, contacts::unlink);
    }

    public String doubt() {
        return tried("DOUBT", ContactCommands.Reason.class, contacts::doubt);
    }

    public String close() {
        return tried("CLOSE", contacts::close);
    }

    public ContactView getView() {
        return view;
    }
}
