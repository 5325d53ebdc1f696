package io.throughline.verification.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The REST interface as its own description tells it, and bodies made from that. */
final class DescribedApi {

    private static final String JSON = "application/json";
    private static final Set<String> METHODS = Set.of("post", "put", "delete", "get");
    /** How deep forms that hold forms are followed. */
    private static final int DEEPEST = 4;

    private final JsonObject description;

    DescribedApi(JsonObject description) {
        this.description = description;
    }

    /**
     * One method of one path.
     *
     * @param path with its {@code {names}}, beginning with {@code /api/v1/}
     * @param body form of the JSON that it takes; null for none
     * @param queries names of its query parameters
     */
    record Operation(String method, String path, JsonObject body, List<String> queries) {

        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    /** A body in which one thing is wrong. */
    record Spoilt(String how, JsonValue body) {}

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        description
                .getJsonObject("paths")
                .forEach((path, methods) -> methods.asJsonObject().forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        operations.add(operation(method, path, operation.asJsonObject()));
                    }
                }));
        return operations;
    }

    private Operation operation(String method, String path, JsonObject operation) {
        JsonObject content = operation.containsKey("requestBody")
                ? operation.getJsonObject("requestBody").getJsonObject("content")
                : JsonValue.EMPTY_JSON_OBJECT;
        List<String> queries = operation.containsKey("parameters")
                ? operation.getJsonArray("parameters").getValuesAs(JsonObject.class).stream()
                        .filter(parameter -> "query".equals(parameter.getString("in", "")))
                        .map(parameter -> parameter.getString("name"))
                        .toList()
                : List.of();
        return new Operation(
                method,
                path,
                content.containsKey(JSON) ? resolve(content.getJsonObject(JSON).getJsonObject("schema")) : null,
                queries);
    }

    /**
     * Bodies in each of which one text, number or list is spoilt and the rest is as the form says: in each way with nothing
     * but what is required beside, and in the worst ones with everything.
     */
    List<Spoilt> spoilt(JsonObject form) {
        List<Spoilt> all = new ArrayList<>();
        for (boolean everything : new boolean[] {false, true}) {
            spoil(form, everything, "", DEEPEST, value -> value, all);
        }
        return all;
    }

    private void spoil(
            JsonObject given,
            boolean everything,
            String name,
            int depth,
            Function<JsonValue, JsonValue> within,
            List<Spoilt> all) {
        JsonObject form = resolve(given);
        switch (form.getString("type", "object")) {
            case "string" ->
                texts(everything).forEach((how, text) -> all.add(new Spoilt(name + " " + how, within.apply(text))));
            case "integer", "number" ->
                numbers(everything)
                        .forEach((how, number) -> all.add(new Spoilt(name + " " + how, within.apply(number))));
            case "array" -> {
                all.add(new Spoilt(
                        name + " [null]",
                        within.apply(
                                Json.createArrayBuilder().add(JsonValue.NULL).build())));
                if (depth > 0) {
                    spoil(
                            form.getJsonObject("items"),
                            everything,
                            name + "[]",
                            depth - 1,
                            value -> within.apply(
                                    Json.createArrayBuilder().add(value).build()),
                            all);
                }
            }
            default -> {
                if (depth > 0 && form.containsKey("properties")) {
                    spoilProperties(form, everything, name, depth, within, all);
                }
                if (form.containsKey("additionalProperties")) {
                    Stream.of("x", "a\u0000b", "")
                            .forEach(key -> Stream.of(
                                            JsonValue.NULL,
                                            Json.createValue("a\u0000b"),
                                            Json.createValue("x".repeat(50_000)))
                                    .forEach(value -> all.add(new Spoilt(
                                            name + "." + key,
                                            within.apply(Json.createObjectBuilder()
                                                    .add(key, value)
                                                    .build())))));
                }
            }
        }
    }

    private void spoilProperties(
            JsonObject form,
            boolean everything,
            String name,
            int depth,
            Function<JsonValue, JsonValue> within,
            List<Spoilt> all) {
        form.getJsonObject("properties")
                .forEach((property, inner) -> spoil(
                        inner.asJsonObject(),
                        everything,
                        name + "." + property,
                        depth - 1,
                        value -> within.apply(Json.createObjectBuilder(
                                        sample(form, everything, depth).asJsonObject())
                                .add(property, value)
                                .build()),
                        all));
    }

    private static Map<String, JsonValue> texts(boolean worst) {
        if (worst) {
            return Map.of("NUL", Json.createValue("a\u0000b"));
        }
        return Map.of(
                "NUL", Json.createValue("a\u0000b"),
                "escape", Json.createValue("a\u001b[2Jb"),
                "half a pair", Json.createValue("a\ud800b"),
                "long", Json.createValue("x".repeat(50_000)),
                "blank", Json.createValue(" "),
                "null", JsonValue.NULL);
    }

    private static Map<String, JsonValue> numbers(boolean worst) {
        if (worst) {
            return Map.of("least", Json.createValue(Integer.MIN_VALUE));
        }
        return Map.of(
                "least", Json.createValue(Integer.MIN_VALUE),
                "most", Json.createValue(Integer.MAX_VALUE),
                "beyond", Json.createValue(99_999_999_999L),
                "null", JsonValue.NULL);
    }

    /** A value of the form. */
    private JsonValue sample(JsonObject given, boolean everything, int depth) {
        JsonObject form = resolve(given);
        if (form.containsKey("enum")) {
            return form.getJsonArray("enum").get(0);
        }
        return switch (form.getString("type", "object")) {
            case "string" ->
                Json.createValue("date-time".equals(form.getString("format", "")) ? "2030-01-01T00:00:00Z" : "x");
            case "integer", "number" -> Json.createValue(1);
            case "boolean" -> JsonValue.FALSE;
            case "array" -> {
                if (depth == 0) {
                    yield JsonValue.EMPTY_JSON_ARRAY;
                }
                yield Json.createArrayBuilder()
                        .add(sample(form.getJsonObject("items"), everything, depth - 1))
                        .build();
            }
            default -> object(form, everything, depth);
        };
    }

    private JsonObject object(JsonObject form, boolean everything, int depth) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        if (depth > 0 && form.containsKey("properties")) {
            JsonArray required =
                    form.containsKey("required") ? form.getJsonArray("required") : JsonValue.EMPTY_JSON_ARRAY;
            Set<String> wanted = Set.copyOf(required.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .toList());
            form.getJsonObject("properties").forEach((property, inner) -> {
                if (everything || wanted.contains(property)) {
                    object.add(property, sample(inner.asJsonObject(), everything, depth - 1));
                }
            });
        }
        return object.build();
    }

    private JsonObject resolve(JsonObject form) {
        String reference = form.getString("$ref", "");
        if (reference.isEmpty()) {
            return form;
        }
        JsonObject found = description
                .getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
        return resolve(found);
    }
}
