package io.throughline.web.security;

import io.throughline.identity.service.LoginService;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.TooManyAttempts;
import io.throughline.rest.identity.TokenResource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises people: by a form and a session in the portal, by a bearer token in the API, by Basic only where a token is
 * issued, and there by nothing else. The principal is the person's number.
 */
@ApplicationScoped
public class LoginMechanism implements HttpAuthenticationMechanism {

    /** Attribute of the request: true when the login only serves to choose another password. */
    static final String ONE_TIME = "io.throughline.one-time";

    /** Attribute of the request: the {@link TooManyAttempts} for which a login was not looked at. */
    public static final String BRAKED = "io.throughline.braked";

    private static final Set<String> GROUPS = Set.of("person");

    @Inject
    LoginService logins;

    @Inject
    SourceAddress source;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (Paths.isApi(request)) {
            return identified(request, context, byHeader(request));
        }
        Credential credential = context.getAuthParameters().getCredential();
        if (credential instanceof UsernamePasswordCredential password) {
            return byForm(request, context, password);
        }
        Optional<PersonView> person = bySession(request);
        if (person.isEmpty() && context.isProtected()) {
            return context.redirect(LoginRedirect.target(request));
        }
        return identified(request, context, person);
    }

    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        PortalSession.end(request);
    }

    private AuthenticationStatus byForm(
            HttpServletRequest request, HttpMessageContext context, UsernamePasswordCredential password) {
        Optional<LoginService.Login> login = logIn(request, password.getCaller(), password.getPasswordAsString());
        if (login.isEmpty()) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        PortalSession.bind(request, login.get());
        return context.notifyContainerAboutLogin(login.get().person().number(), GROUPS);
    }

    private Optional<PersonView> byHeader(HttpServletRequest request) {
        String header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        if (Paths.isTokenIssue(request)) {
            Optional<LoginService.Login> login = header.startsWith("Basic ")
                    ? basic(header.substring("Basic ".length()).strip())
                            .flatMap(pair -> logIn(request, pair[0], pair[1]))
                    : Optional.empty();
            login.ifPresent(known -> request.setAttribute(TokenResource.LOGIN, known));
            return login.map(LoginService.Login::person);
        }
        return header.startsWith("Bearer ")
                ? logins.byToken(header.substring("Bearer ".length()).strip(), source.of(request))
                : Optional.empty();
    }

    private Optional<LoginService.Login> logIn(HttpServletRequest request, String username, String password) {
        try {
            return logins.logIn(username, password, source.of(request));
        } catch (TooManyAttempts braked) {
            request.setAttribute(BRAKED, braked);
            return Optional.empty();
        }
    }

    private static Optional<String[]> basic(String encoded) {
        try {
            String[] pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 ? Optional.of(pair) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** A session whose login has ended elsewhere, by a new password or a departure, ends here. */
    private Optional<PersonView> bySession(HttpServletRequest request) {
        Optional<PortalSession.Owner> owner = PortalSession.owner(request);
        Optional<PersonView> person =
                owner.flatMap(known -> logins.stillLoggedIn(RecordNumber.parse(known.person()), known.generation()));
        if (owner.isPresent() && person.isEmpty()) {
            PortalSession.end(request);
        }
        return person;
    }

    private static AuthenticationStatus identified(
            HttpServletRequest request, HttpMessageContext context, Optional<PersonView> person) {
        person.ifPresent(known -> request.setAttribute(ONE_TIME, known.passwordExpired()));
        return person.map(known -> context.notifyContainerAboutLogin(known.number(), GROUPS))
                .orElseGet(context::doNothing);
    }
}
