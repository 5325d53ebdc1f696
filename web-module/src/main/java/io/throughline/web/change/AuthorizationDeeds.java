package io.throughline.web.change;

import io.throughline.change.service.AuthorizationLinkService;
import io.throughline.change.service.AuthorizationService;
import io.throughline.change.service.ChangeCommands;
import io.throughline.web.page.Inputs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What a change authority does with the change that is open on the page. */
@Named
@RequestScoped
public class AuthorizationDeeds {

    @Inject
    ChangePage page;

    @Inject
    AuthorizationService authorizations;

    @Inject
    AuthorizationLinkService links;

    @Inject
    Inputs input;

    public String authorize() {
        return page.tried("AUTHORIZE", ChangeCommands.Authorize.class, authorizations::authorize);
    }

    public String breakGlass() {
        return page.tried("BREAK_GLASS", ChangeCommands.BreakGlass.class, authorizations::breakGlass);
    }

    public String second() {
        return page.tried("SECOND", ChangeCommands.Sign.class, authorizations::second);
    }

    public String refuse() {
        return page.tried("REFUSE", ChangeCommands.Reason.class, authorizations::refuse);
    }

    public String withdraw() {
        return page.tried("WITHDRAW", ChangeCommands.Reason.class, authorizations::withdraw);
    }

    public String extend() {
        return page.tried("EXTEND_WINDOW", ChangeCommands.Extend.class, authorizations::extend);
    }

    public String addTargets() {
        return page.tried("ADD_TARGETS", ChangeCommands.AddTargets.class, authorizations::addTargets);
    }

    /** Sends the authority a link to the page for a phone. */
    public String call() {
        return page.tried(
                "CALL_AUTHORITY",
                (number, version) ->
                        links.call(number, input.as("CALL_AUTHORITY", ChangeCommands.CallAuthority.class)));
    }
}
