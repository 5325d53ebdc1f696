package io.throughline.scenario.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What Throughline answered.
 *
 * @param status HTTP status
 * @param version version of the record as its {@code ETag} gives it, or null
 * @param body the JSON; a missing node if there is none
 */
public record ApiAnswer(int status, String version, JsonNode body) {

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** Last part of a refusal's type, like {@code four-eyes}; empty for a success. */
    public Optional<String> refusal() {
        if (succeeded()) {
            return Optional.empty();
        }
        String type = body.path("type").asText("");
        return Optional.of(type.isEmpty() ? "status-" + status : type.substring(type.lastIndexOf('/') + 1));
    }

    /** The answer in one line, for people. */
    public String summary() {
        if (!succeeded()) {
            StringBuilder text = new StringBuilder("refused: ")
                    .append(refusal().orElse(""))
                    .append(" (")
                    .append(status)
                    .append(')');
            String detail = body.path("detail").asText("");
            if (!detail.isEmpty()) {
                text.append(", ").append(detail);
            }
            if (body.has("errors")) {
                text.append(' ').append(body.get("errors"));
            }
            return text.toString();
        }
        StringBuilder text = new StringBuilder().append(status);
        for (String member : new String[] {"number", "state"}) {
            if (body.has(member)) {
                text.append(' ').append(body.get(member).asText());
            }
        }
        return text.toString();
    }
}
