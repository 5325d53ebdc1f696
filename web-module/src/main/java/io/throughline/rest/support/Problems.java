package io.throughline.rest.support;

import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.domain.refusal.Refusal;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.NoContentException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Says of any exception which problem it is; empty when it is a fault of ours. */
public final class Problems {

    private static final Pattern PROPERTY = Pattern.compile("[Pp]roperty '?([\\w.$-]+)'?");
    private static final Pattern ENUM = Pattern.compile("No enum constant ([\\w.$]+)\\.([^.\\s]*)");

    private Problems() {}

    static Optional<Problem> of(Throwable thrown) {
        // What we refused ourselves says more than what a library made of it on the way.
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refused(refusal));
            }
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Optional<Problem> problem = ofOne(cause);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> ofOne(Throwable thrown) {
        if (thrown instanceof ConstraintViolationException violations) {
            return Optional.of(invalid(violations));
        }
        if (thrown instanceof OptimisticLockException) {
            return Optional.of(Problem.of(
                    412, "stale-version", title("stale-version"), "Somebody changed the record at the same time."));
        }
        if (thrown instanceof JsonbException
                || thrown instanceof JsonException
                || thrown instanceof NoContentException) {
            return Optional.of(json(thrown));
        }
        if (thrown instanceof WebApplicationException web
                && !(web.getCause() instanceof JsonbException)
                && !(web.getCause() instanceof NoContentException)) {
            int status = web.getResponse().getStatus();
            return Optional.of(Problem.of(
                    status, "http-" + status, web.getResponse().getStatusInfo().getReasonPhrase(), web.getMessage()));
        }
        return Optional.empty();
    }

    public static Problem refused(Refusal refusal) {
        return new Problem(
                refusal.key(), refusal.httpStatus(), title(refusal.key()), refusal.getMessage(), refusal.facts());
    }

    static Problem invalid(ConstraintViolationException violations) {
        List<Invalid.FieldError> errors = violations.getConstraintViolations().stream()
                .map(violation -> new Invalid.FieldError(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Invalid.FieldError::field))
                .toList();
        return refused(new Invalid(errors));
    }

    /** The path without the names of the method and of its parameter, which the caller does not know. */
    private static String field(ConstraintViolation<?> violation) {
        String path = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(violation.getExecutableParameters() == null ? 0 : 2)
                .map(Path.Node::toString)
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "body" : path;
    }

    private static Problem json(Throwable thrown) {
        String field = null;
        String allowed = null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            Matcher constant = ENUM.matcher(message);
            Matcher property = PROPERTY.matcher(message);
            if (allowed == null && constant.find()) {
                allowed = constants(constant.group(1));
                // JSON-B does not say which member it was, and ours are named after their types.
                field = field == null ? memberNamedAfter(constant.group(1)) : field;
            } else if (field == null && property.find()) {
                field = property.group(1);
            }
        }
        if (field == null) {
            return Problem.of(
                    400, "malformed-json", title("malformed-json"), "The body is not the JSON expected here.");
        }
        return refused(Invalid.field(
                field, allowed == null ? "is unknown here or of the wrong type" : "must be one of " + allowed));
    }

    private static String memberNamedAfter(String enumName) {
        String simple = enumName.substring(Math.max(enumName.lastIndexOf('.'), enumName.lastIndexOf('$')) + 1);
        return Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
    }

    private static String constants(String enumName) {
        try {
            Object[] constants = Class.forName(enumName, false, Problems.class.getClassLoader())
                    .getEnumConstants();
            return constants == null
                    ? null
                    : Arrays.stream(constants).map(String::valueOf).collect(Collectors.joining(", "));
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static String title(String key) {
        String words = key.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static Problem fault(String requestId) {
        return new Problem(
                "internal-fault",
                500,
                title("internal-fault"),
                "Something went wrong here; nothing was changed. The log has it under the request's id.",
                Map.of("requestId", requestId));
    }
}
