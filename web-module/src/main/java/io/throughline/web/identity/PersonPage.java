package io.throughline.web.identity;

import io.throughline.identity.domain.PersonDetails;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.PersonService;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.web.page.RecordPage;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** One person: details and roles. */
@Named
@ViewScoped
public class PersonPage extends RecordPage {

    private static final long serialVersionUID = 1L;
    private static final String[] VERBS = {"CORRECT", "RESET_PASSWORD", "LEAVE"};

    @Inject
    transient PersonService people;

    private transient PersonView view;

    @Override
    protected RecordKind kind() {
        return RecordKind.PERSON;
    }

    @Override
    public void load() {
        view = people.get(record());
        List<String> allowed = view.active() ? List.of(VERBS) : List.of("CORRECT");
        opened(
                view.version(),
                possible(view.active() ? "ACTIVE" : "DEPARTED", allowed).need(Right.PERSON_MAINTAIN, VERBS),
                null,
                VERBS);
        Map<String, Object> form = input.of("CORRECT");
        form.put("username", view.username());
        form.put("fullName", view.fullName());
        form.put("email", view.email());
        form.put("phone", view.phone());
        form.put("channel", view.channel().name());
        form.put("organisation", view.organisation());
        form.put("roles", view.roles().stream().map(Enum::name).toList());
    }

    public String correct() {
        return tried("CORRECT", PersonDetails.class, people::correct);
    }

    public String leave() {
        return tried("LEAVE", people::leave);
    }

    /** The new password is shown once, in the message that the deed is done. */
    public String resetPassword() {
        return attempt.at(null, null, () -> {
            PersonService.PasswordReset reset = people.resetPassword(record(), getVersion());
            FacesContext.getCurrentInstance()
                    .addMessage(
                            null,
                            new FacesMessage(texts.get("people.passwordReset", getNumber(), reset.oneTimePassword())));
            load();
            return reset;
        });
    }

    public PersonView getView() {
        return view;
    }
}
