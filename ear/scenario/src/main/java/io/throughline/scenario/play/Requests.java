package io.throughline.scenario.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.scenario.action.ActionDefinition;
import io.throughline.scenario.client.ApiAnswer;
import io.throughline.scenario.client.ApiClient;
import io.throughline.scenario.document.Scenario;
import io.throughline.scenario.expression.ExpressionException;
import io.throughline.scenario.world.PackageArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Turns an action with its inputs into a request. */
final class Requests {

    /** How often a change is tried again when somebody else changed the record between reading and changing it. */
    private static final int ATTEMPTS = 5;

    private final Scenario scenario;

    Requests(Scenario scenario) {
        this.scenario = scenario;
    }

    /**
     * @param record number of the record, or null
     * @param inputs what stands under {@code with}, filled in
     * @param match version to send, {@code none} to send none, or null for the record's current one
     * @param key for {@code Idempotency-Key}, or null for a new one
     */
    record Order(ActionDefinition action, String record, ObjectNode inputs, String match, String key) {}

    ApiAnswer perform(ApiClient client, Order order) {
        ObjectNode inputs = order.inputs().deepCopy();
        String path = path(order, inputs);
        ActionDefinition action = order.action();
        if (action.reads()) {
            return client.get(path + query(inputs));
        }
        String key = order.key() != null || !action.method().equals("POST")
                ? order.key()
                : UUID.randomUUID().toString();
        String recordPath = action.recordPath(order.record());
        boolean current = order.match() == null && recordPath != null;
        ApiAnswer answer = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String version = current ? version(client, recordPath) : given(order.match());
            answer = send(client, action, path, inputs, version, attempt == 0 ? key : retryKey(order, key));
            if (!current || answer.status() != 412) {
                return answer;
            }
        }
        return answer;
    }

    /** A key belongs to one request; what was refused as stale is sent anew as another. */
    private static String retryKey(Order order, String key) {
        return order.key() != null || key == null ? key : UUID.randomUUID().toString();
    }

    private static String given(String match) {
        return match == null || match.equals("none") ? null : match;
    }

    private static String version(ApiClient client, String recordPath) {
        ApiAnswer record = client.get(recordPath);
        return record.version() != null
                ? record.version()
                : record.body().path("version").asText(null);
    }

    private ApiAnswer send(
            ApiClient client, ActionDefinition action, String path, ObjectNode inputs, String version, String key) {
        return switch (action.sends()) {
            case JSON -> client.send(action.method(), path, inputs, version, key);
            case NOTHING -> client.send(action.method(), path, null, version, key);
            case PACKAGE -> client.sendArchive(action.method(), path, archive(inputs), version, key);
        };
    }

    private byte[] archive(ObjectNode inputs) {
        String name = inputs.path("package").asText();
        Path folder = scenario.packageFolder(name)
                .orElseThrow(() -> new ExpressionException("there is no package " + name + " in this scenario"));
        try {
            return PackageArchive.of(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(Order order, ObjectNode inputs) {
        String path = order.action().path();
        for (String name : order.action().placeholders()) {
            String value;
            if (name.equals(ActionDefinition.ON)) {
                value = order.record();
            } else {
                JsonNode input = inputs.remove(name);
                value = input == null ? null : input.asText();
            }
            if (value == null) {
                throw new ExpressionException("the request to " + order.action().path() + " lacks " + name);
            }
            path = path.replace("{" + name + "}", encode(value));
        }
        return path;
    }

    private static String query(ObjectNode inputs) {
        List<String> parts = new ArrayList<>();
        inputs.properties()
                .forEach(input -> parts.add(
                        encode(input.getKey()) + '=' + encode(input.getValue().asText())));
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }
}
