package io.throughline.scenario.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.scenario.client.ApiAnswer;
import io.throughline.scenario.client.ApiClient;
import io.throughline.scenario.client.ApiException;
import io.throughline.scenario.document.Entity;
import io.throughline.scenario.document.Scenario;
import io.throughline.scenario.expression.Loop;
import io.throughline.scenario.expression.Template;
import io.throughline.scenario.expression.Variables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Makes known what in a scenario's world hangs together with what; what is known already is left alone. */
final class Relations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Scenario scenario;
    private final ApiClient administrator;
    private final Variables variables;

    Relations(Scenario scenario, ApiClient administrator, Variables variables) {
        this.scenario = scenario;
        this.administrator = administrator;
        this.variables = variables;
    }

    void perform() {
        List<ObjectNode> relations = new ArrayList<>();
        for (Entity application : scenario.entities("applications")) {
            relateAll(
                    relations,
                    number("applications", application.name()),
                    application.described(),
                    "organisation",
                    "organisations",
                    "BELONGS_TO");
            relateAll(
                    relations,
                    number("applications", application.name()),
                    application.described(),
                    "organisations",
                    "organisations",
                    "BELONGS_TO");
        }
        for (Entity service : scenario.entities("services")) {
            String number = number("services", service.name());
            for (JsonNode application : service.described().path("applications")) {
                relations.add(relation(number("applications", application.asText()), number, "USES"));
            }
            relateAll(relations, number, service.described(), "organisations", "organisations", "SERVES");
        }
        for (Entity server : scenario.entities("servers")) {
            if (!server.described().path("later").asBoolean()) {
                relateAll(
                        relations,
                        number("servers", server.name()),
                        server.described(),
                        "services",
                        "services",
                        "PROVIDES");
            }
        }
        for (JsonNode described : scenario.relations()) {
            for (Variables round : Loop.rounds(described.path("forEach"), variables)) {
                ObjectNode relation = (ObjectNode)
                        Template.fill(((ObjectNode) described.deepCopy()).without(List.of("forEach", "with")), round);
                if (described.has("with")) {
                    relation.setAll((ObjectNode) Template.fill(described.get("with"), round));
                }
                relations.add(relation);
            }
        }
        Set<String> known = new HashSet<>();
        if (!relations.isEmpty()) {
            administrator.list("/relations?size=500").forEach(relation -> known.add(key(relation)));
        }
        relations.removeIf(relation -> known.contains(key(relation)));
        Parallel.map(relations, relation -> {
            ApiAnswer answer = administrator.send(
                    "POST", "/relations", relation, null, UUID.randomUUID().toString());
            if (!answer.succeeded()) {
                throw new ApiException("Throughline did not take the relation " + relation + ": " + answer.summary());
            }
            return relation;
        });
    }

    private static String key(JsonNode relation) {
        return relation.path("type").asText()
                + ' '
                + relation.path("from").asText()
                + ' '
                + relation.path("to").asText();
    }

    private void relateAll(
            List<ObjectNode> relations, String from, JsonNode described, String member, String kind, String type) {
        JsonNode named = described.path(member);
        for (JsonNode name : named.isArray() ? named : List.of(named)) {
            if (name.isTextual()) {
                relations.add(relation(from, number(kind, name.textValue()), type));
            }
        }
    }

    private static ObjectNode relation(String from, String to, String type) {
        return JSON.objectNode().put("from", from).put("to", to).put("type", type);
    }

    private String number(String kind, String name) {
        return variables.get(kind + "[name=" + name + "].number").asText();
    }
}
