package io.throughline.web.security;

import io.throughline.kernel.domain.refusal.Refusal;
import io.throughline.rest.support.Problem;
import io.throughline.rest.support.Problems;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers with a problem what a filter does not let through to the API. */
final class ProblemWriter {

    private static final Jsonb JSONB = JsonbBuilder.create();

    private ProblemWriter() {}

    static void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        write(request, response, Problems.refused(refusal));
    }

    static void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE.toString());
        problem.headers().forEach(response::setHeader);
        response.getOutputStream()
                .write(JSONB.toJson(problem.members(request.getRequestURI())).getBytes(StandardCharsets.UTF_8));
    }
}
