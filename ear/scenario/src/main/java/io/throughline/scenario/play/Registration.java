package io.throughline.scenario.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.scenario.client.ApiAnswer;
import io.throughline.scenario.client.ApiClient;
import io.throughline.scenario.client.ApiException;
import io.throughline.scenario.document.Entity;
import io.throughline.scenario.document.Scenario;
import io.throughline.scenario.expression.Template;
import io.throughline.scenario.expression.Variables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Makes everything that a scenario describes known to Throughline, as its administrator would: by the REST interface.
 *
 * <p>What is known by its name already is corrected to what the scenario says, so that a scenario can be played again.
 */
final class Registration {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Scenario scenario;
    private final Logins logins;
    private final Stage stage;
    private final Variables variables;
    private final Map<String, Map<String, String>> numbers = new HashMap<>();
    private final Set<String> imported = new HashSet<>();

    Registration(Scenario scenario, Logins logins, Stage stage, Variables variables) {
        this.scenario = scenario;
        this.logins = logins;
        this.stage = stage;
        this.variables = variables;
    }

    /** @throws ApiException naming what Throughline refused */
    void perform() {
        register("organisations", "name", this::plain);
        register("people", "username", this::person);
        register("groups", "name", this::group);
        register("applications", "name", this::plain);
        register("services", "name", this::service);
        importServers();
        register("servers", "name", this::server);
        new Relations(scenario, logins.administrator(), variables).perform();
        new Procedures(scenario, logins, variables).perform();
    }

    /** Hands many new servers in as a list; what the list cannot say is registered one by one as always. */
    private void importServers() {
        List<Entity> many = scenario.entities("servers").stream()
                .filter(server -> !server.described().path("later").asBoolean() && server.more() == null)
                .toList();
        if (many.size() < Parallel.WORTH_IT) {
            return;
        }
        Set<String> known = new HashSet<>();
        logins.administrator()
                .list("/servers?size=500")
                .forEach(server -> known.add(server.path("name").asText()));
        ServerImport list = new ServerImport(logins.administrator());
        for (Entity server : many) {
            ObjectNode body = server(server);
            if (!known.contains(server.name()) && ServerImport.canTake(body)) {
                JsonNode service = server.described().path("services").path(0);
                list.add(body, service.isTextual() ? number("services", service.textValue()) : null);
                imported.add(server.name());
            }
        }
        list.send();
    }

    private interface Body {
        ObjectNode of(Entity entity);
    }

    private void register(String kind, String key, Body body) {
        Map<String, JsonNode> known = new HashMap<>();
        for (JsonNode item : logins.administrator().list("/" + kind + "?size=500")) {
            known.putIfAbsent(item.path(key).asText(), item);
            known.putIfAbsent("fullName:" + item.path("fullName").asText(), item);
        }
        List<Entity> entities = scenario.entities(kind).stream()
                .filter(entity -> !entity.described().path("later").asBoolean())
                .toList();
        ArrayNode registered = JSON.arrayNode();
        Parallel.map(entities, entity -> {
                    if (kind.equals("servers") && imported.contains(entity.name())) {
                        return described(entity, known.get(entity.name()));
                    }
                    ObjectNode content = body.of(entity);
                    if (entity.more() != null) {
                        content.setAll((ObjectNode) Template.fill(entity.more(), entity.round()));
                    }
                    JsonNode before = content.has(key)
                            ? known.get(content.get(key).asText())
                            : known.get("fullName:" + content.path("fullName").asText());
                    return described(entity, register(kind, entity.name(), content, before));
                })
                .forEach(registered::add);
        Map<String, String> byName = new HashMap<>();
        registered.forEach(item ->
                byName.put(item.path("name").asText(), item.path("number").asText()));
        numbers.put(kind, byName);
        variables.set(kind, registered);
    }

    private ObjectNode register(String kind, String name, ObjectNode content, JsonNode before) {
        ApiClient administrator = logins.administrator();
        ApiAnswer answer;
        if (before == null) {
            answer = administrator.send(
                    "POST", "/" + kind, content, null, UUID.randomUUID().toString());
        } else {
            String path = "/" + kind + '/' + before.path("number").asText();
            // Neither can be corrected: a password is its owner's, and what is installed is told by deployments.
            content.remove("password");
            if (before.has("installed")) {
                content.set("installed", before.get("installed"));
            }
            answer = administrator.send(
                    "PUT", path, content, administrator.get(path).version(), null);
        }
        if (!answer.succeeded()) {
            throw new ApiException("Throughline did not take " + name + " among " + kind + ": " + answer.summary());
        }
        return (ObjectNode) answer.body();
    }

    /** What Throughline knows of it, and what else the scenario says of it, by the scenario's name. */
    private static ObjectNode described(Entity entity, JsonNode view) {
        ObjectNode all = view.deepCopy();
        entity.described().properties().forEach(member -> all.putIfAbsent(member.getKey(), member.getValue()));
        return all.put("name", entity.name());
    }

    private ObjectNode plain(Entity entity) {
        return JSON.objectNode().put("name", entity.name());
    }

    private ObjectNode person(Entity person) {
        JsonNode described = person.described();
        ObjectNode body = JSON.objectNode();
        boolean logsIn = described.has("logsIn")
                ? described.get("logsIn").asBoolean()
                : !described.path("roles").isEmpty();
        if (logsIn) {
            body.put("username", person.name()).put("password", logins.passwordOf(person));
        }
        copy(described, body, "fullName", "email", "phone", "roles");
        body.put("channel", described.path("channel").asText(described.has("email") ? "EMAIL" : "PHONE"));
        if (described.has("organisation")) {
            body.put(
                    "organisation",
                    number("organisations", described.get("organisation").asText()));
        }
        return body;
    }

    private ObjectNode group(Entity group) {
        ObjectNode body = plain(group);
        copy(group.described(), body, "description");
        ArrayNode members = body.putArray("members");
        group.described().path("members").forEach(member -> members.add(number("people", member.asText())));
        return body;
    }

    private ObjectNode service(Entity service) {
        JsonNode described = service.described();
        ObjectNode body = plain(service);
        copy(described, body, "description", "capacity");
        if (described.has("frontDoor")) {
            JsonNode door = described.get("frontDoor");
            ObjectNode seen = body.putObject("frontDoor")
                    .put(
                            "url",
                            door.has("url")
                                    ? door.get("url").asText()
                                    : stage.frontDoor(service.name()) + "/order?by=throughline");
            seen.put("expectStatus", door.path("expectStatus").asInt(200));
            seen.put("samples", door.path("samples").asInt(20));
            seen.set(
                    "minimumSuccessPercent",
                    door.has("minimumSuccessPercent") ? door.get("minimumSuccessPercent") : JSON.numberNode(100));
        }
        return body;
    }

    private ObjectNode server(Entity server) {
        JsonNode described = server.described();
        JsonNode host = stage.hostOf(server.name());
        ObjectNode body = plain(server);
        copy(described, body, "site", "labels", "testServer");
        ObjectNode labels = body.withObject("/labels");
        if (described.has("role") && !labels.has("role")) {
            labels.put("role", described.get("role").asText());
        }
        body.put(
                "address", host.path("address").asText(described.path("address").asText()));
        body.put("port", host.path("port").asInt(described.path("port").asInt(22)));
        body.put("user", described.path("user").asText("deploy"));
        body.put("probeUser", described.path("probeUser").asText("probe"));
        body.put(
                "hostKey", host.path("hostKey").asText(described.path("hostKey").asText()));
        ArrayNode installed = body.putArray("installed");
        described.path("installed").forEach(product -> copy(product, installed.addObject(), "product", "version"));
        return body;
    }

    private static void copy(JsonNode from, ObjectNode to, String... members) {
        for (String member : members) {
            if (from.has(member)) {
                to.set(member, from.get(member));
            }
        }
    }

    private String number(String kind, String name) {
        return numbers.get(kind).get(name);
    }
}
