package io.throughline.web.security;

import io.throughline.identity.service.LoginService;
import io.throughline.identity.service.PersonView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises people: by a form and a session in the portal, by a bearer token in the API, by Basic only where a token
 * is issued. The principal is the person's number.
 */
@ApplicationScoped
public class LoginMechanism implements HttpAuthenticationMechanism {

    private static final String PERSON = "io.throughline.person";
    private static final Set<String> GROUPS = Set.of("person");

    @Inject
    LoginService logins;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (Paths.isApi(request)) {
            return identified(context, byHeader(request));
        }
        Credential credential = context.getAuthParameters().getCredential();
        if (credential instanceof UsernamePasswordCredential password) {
            return byForm(request, context, password);
        }
        Optional<String> person = bySession(request);
        if (person.isEmpty() && context.isProtected()) {
            return context.redirect(LoginRedirect.target(request));
        }
        return identified(context, person);
    }

    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private AuthenticationStatus byForm(
            HttpServletRequest request, HttpMessageContext context, UsernamePasswordCredential password) {
        Optional<PersonView> person =
                logins.logIn(password.getCaller(), password.getPasswordAsString(), request.getRemoteAddr());
        if (person.isEmpty()) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        request.getSession(true);
        request.changeSessionId();
        request.getSession().setAttribute(PERSON, person.get().number());
        return context.notifyContainerAboutLogin(person.get().number(), GROUPS);
    }

    private Optional<String> byHeader(HttpServletRequest request) {
        String header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        if (header.startsWith("Bearer ")) {
            return logins.byToken(header.substring("Bearer ".length()).strip()).map(PersonView::number);
        }
        if (header.startsWith("Basic ") && Paths.isTokenIssue(request)) {
            return basic(header.substring("Basic ".length()).strip())
                    .flatMap(pair -> logins.logIn(pair[0], pair[1], request.getRemoteAddr()))
                    .map(PersonView::number);
        }
        return Optional.empty();
    }

    private static Optional<String[]> basic(String encoded) {
        try {
            String[] pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 ? Optional.of(pair) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<String> bySession(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(session -> (String) session.getAttribute(PERSON));
    }

    private static AuthenticationStatus identified(HttpMessageContext context, Optional<String> person) {
        return person.map(number -> context.notifyContainerAboutLogin(number, GROUPS))
                .orElseGet(context::doNothing);
    }
}
