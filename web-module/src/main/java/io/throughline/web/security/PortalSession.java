package io.throughline.web.security;

import io.throughline.identity.service.LoginService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;

/** Whose session it is, and from which generation of that person's logins. */
public final class PortalSession {

    private static final String OWNER = "io.throughline.owner";

    /**
     * @param person number
     * @param generation the login holds as long as this is the person's
     */
    record Owner(String person, int generation) implements Serializable {}

    private PortalSession() {}

    /** Binds the session to a login, under an id that nobody knew before. */
    public static void bind(HttpServletRequest request, LoginService.Login login) {
        request.getSession(true);
        request.changeSessionId();
        request.getSession().setAttribute(OWNER, new Owner(login.person().number(), login.generation()));
    }

    static Optional<Owner> owner(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(session -> (Owner) session.getAttribute(OWNER));
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
