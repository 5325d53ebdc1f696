package io.throughline.verification.rollout;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads the API as the demo's administrator. */
final class ApiReader {

    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("admin:throughline-demo".getBytes(StandardCharsets.UTF_8));

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI api;
    private final String token;

    ApiReader(URI server) throws IOException, InterruptedException {
        this.api = server.resolve("/api/v1/");
        HttpRequest login = HttpRequest.newBuilder(api.resolve("tokens"))
                .header("Authorization", BASIC)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        this.token = parse(
                        http.send(login, HttpResponse.BodyHandlers.ofString()).body())
                .getString("token");
    }

    JsonObject get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return parse(answer.body());
    }

    private static JsonObject parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
