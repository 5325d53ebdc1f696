package io.throughline.web.change;

import io.throughline.change.service.AuthorizationLinkService;
import io.throughline.change.service.AuthorizationLinkService.Summons;
import io.throughline.change.service.ChangeView;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.Inputs;
import io.throughline.web.security.SourceAddress;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;

/** An emergency on a phone: what is asked, and one signature by logging in again. */
@Named
@ViewScoped
public class PhoneAuthorization implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String FORM = "sign";

    @Inject
    transient AuthorizationLinkService links;

    @Inject
    transient Attempt attempt;

    @Inject
    Inputs input;

    @Inject
    transient HttpServletRequest request;

    @Inject
    transient SourceAddress source;

    private String token;
    private transient Summons summons;
    private transient ChangeView signed;

    public void load() {
        summons = links.open(token);
    }

    public String sign() {
        return attempt.at(null, null, () -> {
            signed = links.authorize(
                    token, input.text(FORM, "username"), input.text(FORM, "password"), source.of(request));
            return signed;
        });
    }

    public Summons getSummons() {
        return summons;
    }

    public ChangeView getSigned() {
        return signed;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }
}
