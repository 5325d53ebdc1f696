package io.throughline.web.identity;

import io.throughline.kernel.domain.refusal.TooManyAttempts;
import io.throughline.web.page.Inputs;
import io.throughline.web.page.Texts;
import io.throughline.web.security.LoginMechanism;
import io.throughline.web.security.LoginRedirect;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The way in. Who wanted a certain page is led there; who has a one-time password chooses another first. */
@Named
@RequestScoped
public class Login {

    private static final String FORM = "login";

    @Inject
    SecurityContext security;

    @Inject
    Inputs input;

    @Inject
    Texts texts;

    private String to;

    public void enter() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        var external = faces.getExternalContext();
        var credential = new UsernamePasswordCredential(input.text(FORM, "username"), input.text(FORM, "password"));
        AuthenticationStatus status = security.authenticate(
                (HttpServletRequest) external.getRequest(),
                (HttpServletResponse) external.getResponse(),
                AuthenticationParameters.withParams().credential(credential));
        if (status == AuthenticationStatus.SUCCESS) {
            external.redirect(external.getRequestContextPath() + LoginRedirect.safe(to));
            faces.responseComplete();
        } else {
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, whyNot(external), null));
        }
    }

    private String whyNot(ExternalContext external) {
        return external.getRequestMap().get(LoginMechanism.BRAKED) instanceof TooManyAttempts braked
                ? texts.get("login.braked", braked.seconds())
                : texts.get("login.refused");
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
