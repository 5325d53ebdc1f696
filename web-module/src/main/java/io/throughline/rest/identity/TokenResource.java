package io.throughline.rest.identity;

import io.throughline.identity.service.LoginService;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/**
 * Exchanges a password for a short-lived token, since checking a password costs much and a token little. Only Basic leads
 * here, so that no token is ever exchanged for a younger one.
 */
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {

    /** Attribute of the request: the {@link LoginService.Login} that Basic led to. */
    public static final String LOGIN = "io.throughline.login";

    @Inject
    LoginService logins;

    @POST
    public LoginService.Token issue(@Context HttpServletRequest request) {
        return logins.issueToken((LoginService.Login) request.getAttribute(LOGIN));
    }
}
