package io.throughline.web.security;

import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.domain.refusal.TooManyAttempts;
import io.throughline.kernel.service.Acting;
import io.throughline.rest.support.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Binds the request to who is logged in, with an id that joins its logs, answer and audit records. The API answers
 * nobody who is not logged in, and who has a one-time password can do nothing before choosing another.
 */
public class ActingFilter implements Filter {

    private static final String REQUEST_ID = "X-Request-Id";

    @Inject
    SourceAddress source;

    @Override
    public void doFilter(ServletRequest plainRequest, ServletResponse plainResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plainRequest;
        HttpServletResponse response = (HttpServletResponse) plainResponse;
        Principal principal = request.getUserPrincipal();
        String requestId = requestId(request);
        response.setHeader(REQUEST_ID, requestId);
        if (principal == null && Paths.isApi(request)) {
            refuse(request, response);
            return;
        }
        if (Boolean.TRUE.equals(request.getAttribute(LoginMechanism.ONE_TIME)) && !Paths.servesOneTimeLogins(request)) {
            leadToNewPassword(request, response);
            return;
        }
        String actor = principal == null ? null : principal.getName();
        run(new Acting.Account(actor, null, requestId, source.of(request), null), () -> {
            chain.doFilter(request, response);
            return null;
        });
    }

    static void run(Acting.Account account, Callable<Void> work) throws IOException, ServletException {
        try {
            Acting.as(account, work);
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(LoginMechanism.BRAKED) instanceof TooManyAttempts braked) {
            ProblemWriter.write(request, response, braked);
        } else {
            ProblemWriter.write(
                    request,
                    response,
                    Problem.of(
                            401,
                            "not-logged-in",
                            "Not logged in",
                            "Send a bearer token; POST /api/v1/tokens with Basic authentication issues one."));
        }
    }

    private static void leadToNewPassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Paths.isApi(request)) {
            ProblemWriter.write(request, response, Forbidden.passwordChangeRequired());
        } else {
            response.sendRedirect(request.getContextPath() + "/settings.xhtml");
        }
    }

    private static String requestId(HttpServletRequest request) {
        String given = request.getHeader(REQUEST_ID);
        return given != null && given.matches("[A-Za-z0-9._-]{8,64}")
                ? given
                : UUID.randomUUID().toString();
    }
}
