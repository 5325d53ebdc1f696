package io.throughline.scenario.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.scenario.expression.Variables;

/**
 * Something that a scenario describes, one round of its loop.
 *
 * @param path where it stands in the file
 * @param described what is said of it, filled in
 * @param more further members of the request that creates it, not yet filled in: they may name records
 * @param round variables of the loop's round
 */
public record Entity(String path, JsonNode described, JsonNode more, Variables round) {

    public String name() {
        return described.path("name").asText();
    }

    public String text(String member) {
        return described.path(member).asText(null);
    }
}
