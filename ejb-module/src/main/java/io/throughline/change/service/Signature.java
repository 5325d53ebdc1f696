package io.throughline.change.service;

import io.throughline.identity.service.LoginService;
import io.throughline.kernel.domain.refusal.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Signing by logging in again. */
@ApplicationScoped
public class Signature {

    @Inject
    LoginService logins;

    /**
     * @param password of who acts
     * @throws Conflict {@code signature-refused} when it is another's or none
     */
    public void require(String password) {
        if (!logins.confirms(password)) {
            throw new Conflict("signature-refused", "The password is not that of who acts; nothing was signed.");
        }
    }
}
