package io.throughline.rest.support;

import io.throughline.kernel.domain.refusal.TooManyAttempts;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error as RFC 9457 tells it: a stable {@code type}, and beside the standard members the facts that help the caller
 * to do better.
 *
 * @param key last part of the type
 * @param status HTTP status
 * @param title short text for people, the same for every problem of the type
 * @param detail what is wrong this time
 * @param facts further members
 */
public record Problem(String key, int status, String title, String detail, Map<String, Object> facts) {

    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");
    public static final String TYPES = "https://throughline.io/problems/";

    public static Problem of(int status, String key, String title, String detail) {
        return new Problem(key, status, title, detail, Map.of());
    }

    public Map<String, Object> members(String instance) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", TYPES + key);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.put("instance", instance);
        facts.forEach(members::putIfAbsent);
        return members;
    }

    /** What the answer must have in its head beside status and media type. */
    public Map<String, String> headers() {
        if (status == 401) {
            return Map.of("WWW-Authenticate", "Bearer realm=\"throughline\"");
        }
        Object wait = facts.get(TooManyAttempts.RETRY_AFTER);
        return wait == null ? Map.of() : Map.of("Retry-After", wait.toString());
    }

    public Response response(String instance) {
        Response.ResponseBuilder response =
                Response.status(status).type(MEDIA_TYPE).entity(members(instance));
        headers().forEach(response::header);
        return response.build();
    }
}
