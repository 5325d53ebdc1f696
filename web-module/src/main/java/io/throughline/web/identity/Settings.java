package io.throughline.web.identity;

import io.throughline.identity.service.LoginService;
import io.throughline.identity.service.PersonService;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.Inputs;
import io.throughline.web.page.Texts;
import io.throughline.web.page.Viewer;
import io.throughline.web.security.PortalSession;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** One's own password and words. */
@Named
@RequestScoped
public class Settings {

    @Inject
    PersonService people;

    @Inject
    Attempt attempt;

    @Inject
    Inputs input;

    @Inject
    Texts texts;

    @Inject
    Viewer viewer;

    @Inject
    LoginService logins;

    @Inject
    HttpServletRequest request;

    @PostConstruct
    void read() {
        if (viewer.isKnown()) {
            input.of("words").putIfAbsent("edition", viewer.getPerson().edition());
        }
    }

    public String changePassword() {
        return attempt.at("/index.xhtml?faces-redirect=true", texts.get("settings.passwordChanged"), () -> {
            String replacement = input.text("password", "replacement");
            if (!replacement.equals(input.text("password", "repeated"))) {
                throw Invalid.field("repeated", texts.get("settings.notRepeated"));
            }
            PersonView me = people.changeOwnPassword(input.text("password", "current"), replacement);
            // The sessions of all other browsers have ended; this one goes on.
            PortalSession.bind(request, logins.renewed());
            return me;
        });
    }

    public String chooseWords() {
        return attempt.at(
                "/settings.xhtml?faces-redirect=true",
                texts.get("settings.wordsChosen"),
                () -> people.chooseOwnWords(input.text("words", "edition")));
    }
}
