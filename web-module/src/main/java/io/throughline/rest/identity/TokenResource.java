package io.throughline.rest.identity;

import io.throughline.identity.service.LoginService;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.service.Acting;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Exchanges a password for a short-lived token, since checking a password costs much and a token little. */
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {

    @Inject
    LoginService logins;

    @POST
    public LoginService.Token issue() {
        return logins.issueToken(RecordNumber.parse(Acting.required().actor()));
    }
}
