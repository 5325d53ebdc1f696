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
import io.throughline.scenario.expression.Loop;
import io.throughline.scenario.expression.Template;
import io.throughline.scenario.expression.Variables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes everything that a scenario describes known to Throughline, as its administrator would: by the REST interface.
 *
 * <p>What is known by its name already is corrected to what the scenario says, so that a scenario can be played again.
 */
final class Registration {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int AT_ONCE = 4;
    /** Fewer are created one after the other, so that their numbers follow the file. */
    private static final int WORTH_IT = 100;

    private final Scenario scenario;
    private final Logins logins;
    private final Stage stage;
    private final Variables variables;
    private final Map<String, Map<String, String>> numbers = new HashMap<>();

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
        register("applications", "name", this::plain);
        register("services", "name", this::service);
        register("servers", "name", this::server);
        relate();
        writeProcedures();
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
        inParallel(entities, entity -> {
                    ObjectNode content = body.of(entity);
                    if (entity.more() != null) {
                        content.setAll((ObjectNode) Template.fill(entity.more(), entity.round()));
                    }
                    JsonNode before = content.has(key)
                            ? known.get(content.get(key).asText())
                            : known.get("fullName:" + content.path("fullName").asText());
                    return register(kind, entity.name(), content, before);
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
        ObjectNode view = (ObjectNode) answer.body();
        view.put("name", name);
        return view;
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

    private void relate() {
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
            logins.administrator().list("/relations?size=500").forEach(relation -> known.add(key(relation)));
        }
        relations.removeIf(relation -> known.contains(key(relation)));
        inParallel(relations, relation -> {
            ApiAnswer answer = logins.administrator()
                    .send(
                            "POST",
                            "/relations",
                            relation,
                            null,
                            UUID.randomUUID().toString());
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

    private void writeProcedures() {
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

    private interface Work<T, R> {
        R of(T item);
    }

    /** Works on all items, a few at once if they are many, and keeps their order. */
    private static <T, R> List<R> inParallel(List<T> items, Work<T, R> work) {
        if (items.size() < WORTH_IT) {
            return items.stream().map(work::of).toList();
        }
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<R>> futures = items.stream()
                    .map(item -> threads.submit(() -> work.of(item)))
                    .toList();
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new ApiException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
