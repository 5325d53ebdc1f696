package io.throughline.verification.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** The REST interface as one person uses it. */
final class Api {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;
    private final String token;

    private Api(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** What came back. */
    record Answer(int status, String version, JsonObject body, HttpHeaders headers) {

        /** Last part of the problem's type; empty when the request was accepted. */
        String problem() {
            String type = body.getString("type", "");
            return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1);
        }
    }

    static Api login(URI server, String name, String password) throws Exception {
        Answer answer = token(server, name, password);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return new Api(server.resolve("/api/v1/"), answer.body().getString("token"));
    }

    /** What the API answers to a name and a password. */
    static Answer token(URI server, String name, String password) throws Exception {
        return basic(server, name, password, "POST", "tokens");
    }

    /** What the API answers when name and password are sent with a request. */
    static Answer basic(URI server, String name, String password, String method, String path) throws Exception {
        String basic = Base64.getEncoder().encodeToString((name + ':' + password).getBytes(StandardCharsets.UTF_8));
        return answer(HttpRequest.newBuilder(server.resolve("/api/v1/").resolve(path))
                .header("Authorization", "Basic " + basic)
                .method(method, BodyPublishers.noBody())
                .build());
    }

    Api withToken(String other) {
        return new Api(base, other);
    }

    Answer get(String path) throws Exception {
        return send("GET", path, "application/json", BodyPublishers.noBody(), null);
    }

    Answer post(String path, String json) throws Exception {
        return post(path, json, null);
    }

    /** @param version for {@code If-Match}, null to send none */
    Answer post(String path, String json, String version) throws Exception {
        return send("POST", path, "application/json", BodyPublishers.ofString(json), version);
    }

    /**
     * @param key for {@code Idempotency-Key}
     * @param version for {@code If-Match}, null to send none
     */
    Answer postAs(String key, String path, String json, String version) throws Exception {
        HttpRequest.Builder request = request(path, "application/json")
                .setHeader("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json));
        if (version != null) {
            request.header("If-Match", '"' + version + '"');
        }
        return answer(request.build());
    }

    Answer put(String path, String json, String version) throws Exception {
        return send("PUT", path, "application/json", BodyPublishers.ofString(json), version);
    }

    /**
     * Posts JSON of any length.
     *
     * @param repeatable whether with an {@code Idempotency-Key}
     */
    Answer send(String path, HttpRequest.BodyPublisher body, boolean repeatable) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(body);
        if (repeatable) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return answer(request.build());
    }

    Answer upload(byte[] archive, String signature) throws Exception {
        HttpRequest.Builder request = request("packages", "application/gzip").POST(BodyPublishers.ofByteArray(archive));
        if (signature != null) {
            request.header("X-Package-Signature", signature);
        }
        return answer(request.build());
    }

    private Answer send(String method, String path, String type, HttpRequest.BodyPublisher body, String version)
            throws Exception {
        HttpRequest.Builder request = request(path, type).method(method, body);
        if (version != null) {
            request.header("If-Match", '"' + version + '"');
        }
        return answer(request.build());
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", type)
                .header("Accept", "application/json, application/problem+json");
    }

    /** An answer that is no JSON. */
    HttpResponse<String> lines(String path) throws Exception {
        return HTTP.send(
                request(path, "application/json")
                        .setHeader("Accept", "*/*")
                        .GET()
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Answer answer(HttpRequest request) throws Exception {
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        String version = answer.headers().firstValue("ETag").orElse("").replace("\"", "");
        return new Answer(answer.statusCode(), version, object(answer.body()), answer.headers());
    }

    private static JsonObject object(String json) {
        if (json.isBlank()) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
