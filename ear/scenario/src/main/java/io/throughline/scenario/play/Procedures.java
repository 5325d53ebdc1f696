package io.throughline.scenario.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.scenario.client.ApiAnswer;
import io.throughline.scenario.client.ApiException;
import io.throughline.scenario.document.Scenario;
import io.throughline.scenario.expression.Template;
import io.throughline.scenario.expression.Variables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes down a scenario's documented procedures and has them approved by a second person. */
final class Procedures {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Scenario scenario;
    private final Logins logins;
    private final Variables variables;

    Procedures(Scenario scenario, Logins logins, Variables variables) {
        this.scenario = scenario;
        this.logins = logins;
        this.variables = variables;
    }

    void perform() {
        ArrayNode written = JSON.arrayNode();
        Map<String, JsonNode> known = new HashMap<>();
        if (!scenario.procedures().isEmpty()) {
            logins.administrator()
                    .list("/procedures?size=500")
                    .forEach(item -> known.put(item.path("name").asText(), item));
        }
        for (JsonNode described : scenario.procedures()) {
            JsonNode before = known.get(described.path("name").asText());
            written.add(before != null ? before : writeProcedure(described));
        }
        variables.set("procedures", written);
    }

    private JsonNode writeProcedure(JsonNode described) {
        ObjectNode body = described.deepCopy();
        String author = body.path("createdBy").asText(Logins.ADMINISTRATOR);
        String approver = body.path("approvedBy").asText(null);
        body.remove(List.of("createdBy", "approvedBy"));
        JsonNode more = body.remove("with");
        if (more != null) {
            body.setAll((ObjectNode) Template.fill(more, variables));
        }
        ApiAnswer answer = logins.of(author)
                .send("POST", "/procedures", body, null, UUID.randomUUID().toString());
        if (answer.succeeded() && approver != null) {
            String path = "/procedures/" + answer.body().path("number").asText();
            answer = logins.of(approver)
                    .send(
                            "POST",
                            path + "/approval",
                            JSON.objectNode(),
                            answer.version(),
                            UUID.randomUUID().toString());
        }
        if (!answer.succeeded()) {
            throw new ApiException("Throughline did not take the procedure "
                    + described.path("name").asText() + ": " + answer.summary());
        }
        return answer.body();
    }
}
