package io.throughline.web.security;

import io.throughline.audit.service.RepeatedRequests;
import io.throughline.kernel.service.Acting;
import io.throughline.rest.support.Answers;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes a repeat of a POST with the same {@code Idempotency-Key} harmless: the first answer is given again. The key is
 * stored with the effect, in one transaction, by the audit trail.
 */
public class RepeatFilter implements Filter {

    private static final int LONGEST_KEY = 200;
    private static final String NOT_TOLD_AGAIN = "{}";
    private static final int MOST_LOOKS = 40;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    @Inject
    RepeatedRequests repeated;

    @Override
    public void doFilter(ServletRequest plainRequest, ServletResponse plainResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plainRequest;
        HttpServletResponse response = (HttpServletResponse) plainResponse;
        String key = request.getHeader("Idempotency-Key");
        if (key == null || !"POST".equals(request.getMethod()) || !Paths.isApi(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            problem(request, response, 422, "invalid-input", "Idempotency-Key must have 1 to 200 characters.");
            return;
        }
        try (BufferedRequest buffered = new BufferedRequest(request)) {
            once(buffered, response, key, chain);
        }
    }

    private void once(BufferedRequest request, HttpServletResponse response, String key, FilterChain chain)
            throws IOException, ServletException {
        String digest = request.digest();
        Acting.Account account = Acting.required();
        Optional<RepeatedRequests.Answer> known = answer(account.actor(), key);
        if (known.isPresent()) {
            answerAgain(request, response, known.get(), digest);
            return;
        }
        Acting.Repeatable repeatable = new Acting.Repeatable(key, digest);
        BufferedResponse captured = new BufferedResponse(response);
        ActingFilter.run(
                new Acting.Account(
                        account.actor(),
                        account.onBehalfOf(),
                        account.requestId(),
                        account.sourceAddress(),
                        repeatable),
                () -> {
                    chain.doFilter(request, captured);
                    return null;
                });
        finish(request, response, captured, account.actor(), repeatable);
    }

    private void finish(
            HttpServletRequest request,
            HttpServletResponse response,
            BufferedResponse captured,
            String actor,
            Acting.Repeatable repeatable)
            throws IOException {
        boolean succeeded = captured.getStatus() < 400;
        if (succeeded && repeatable.claimed().get()) {
            repeated.answered(
                    actor,
                    repeatable.key(),
                    captured.getStatus(),
                    captured.getHeader("Location"),
                    captured.getHeader("ETag"),
                    secret(captured) ? NOT_TOLD_AGAIN : captured.text());
        }
        Optional<RepeatedRequests.Answer> twin =
                captured.getStatus() >= 400 ? answer(actor, repeatable.key()) : Optional.empty();
        if (twin.isPresent()) {
            response.reset();
            answerAgain(request, response, twin.get(), repeatable.requestDigest());
        } else {
            response.getOutputStream().write(captured.bytes());
        }
    }

    /** What was answered; of a twin that is just being answered, what it will be. */
    private Optional<RepeatedRequests.Answer> answer(String actor, String key) {
        Optional<RepeatedRequests.Answer> answer = repeated.find(actor, key);
        for (int look = 0;
                look < MOST_LOOKS && answer.isPresent() && !answer.get().whole();
                look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            answer = repeated.find(actor, key);
        }
        return answer;
    }

    /** What is told once is not kept, not even for a repeat. */
    private static boolean secret(BufferedResponse captured) {
        return Answers.NO_STORE.equals(captured.getHeader("Cache-Control"));
    }

    private void answerAgain(
            HttpServletRequest request, HttpServletResponse response, RepeatedRequests.Answer answer, String digest)
            throws IOException {
        if (!answer.requestDigest().equals(digest)) {
            problem(
                    request,
                    response,
                    422,
                    "idempotency-key-reused",
                    "This Idempotency-Key stood for another request; take a new one.");
            return;
        }
        response.setHeader("Idempotent-Replayed", "true");
        if (answer.location() != null) {
            response.setHeader("Location", answer.location());
        }
        if (answer.etag() != null) {
            response.setHeader("ETag", answer.etag());
        }
        response.setStatus(answer.status());
        response.setContentType("application/json");
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static void problem(
            HttpServletRequest request, HttpServletResponse response, int status, String key, String detail)
            throws IOException {
        ProblemWriter.write(request, response, Problem.of(status, key, key.replace('-', ' '), detail));
    }
}
