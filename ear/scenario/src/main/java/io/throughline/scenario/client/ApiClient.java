package io.throughline.scenario.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Throughline's REST interface under one login: the password is exchanged for a token once, and again when the token is no
 * longer taken.
 */
public final class ApiClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;.*rel=\"?next\"?");
    private static final int PAGES_AT_MOST = 1_000;
    /** How often a request is sent whose answer was lost, each time to a server that is ready. */
    private static final int ATTEMPTS = 5;

    private final HttpClient http;
    private final Reachability reachability;
    private final URI base;
    private final String username;
    private final String password;
    private final Duration patience;
    private final JsonMapper json = JsonMapper.builder().build();
    private String token;

    /**
     * @param server address of the server, without {@code /api/v1}
     * @param reachability of that server
     */
    public ApiClient(HttpClient http, URI server, Reachability reachability, String username, String password) {
        this(http, server, reachability, username, password, PATIENCE);
    }

    /**
     * A client that does not wait for a server that is gone.
     *
     * @param patience how long an answer may take
     */
    public ApiClient(HttpClient http, URI server, String username, String password, Duration patience) {
        this(http, server, Reachability.unwatched(http, server), username, password, patience);
    }

    /** As the other, with the usual patience. */
    public ApiClient(HttpClient http, URI server, String username, String password) {
        this(http, server, username, password, PATIENCE);
    }

    private ApiClient(
            HttpClient http,
            URI server,
            Reachability reachability,
            String username,
            String password,
            Duration patience) {
        this.http = http;
        this.reachability = reachability;
        this.patience = patience;
        this.base = URI.create(server.toString().replaceAll("/+$", "") + "/api/v1");
        this.username = username;
        this.password = password;
    }

    public String username() {
        return username;
    }

    /**
     * Reads something.
     *
     * @param path below {@code /api/v1}, with its query
     */
    public ApiAnswer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), List.of());
    }

    /**
     * Sends JSON.
     *
     * @param version for {@code If-Match}, or null to send none
     * @param key for {@code Idempotency-Key}, or null to send none
     */
    public ApiAnswer send(String method, String path, JsonNode body, String version, String key) {
        BodyPublisher publisher = body == null || body.isMissingNode()
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(body.toString());
        return send(method, path, publisher, headers("application/json", version, key));
    }

    /** Sends bytes that are not JSON. */
    public ApiAnswer sendArchive(String method, String path, byte[] body, String version, String key) {
        return send(method, path, BodyPublishers.ofByteArray(body), headers("application/gzip", version, key));
    }

    private static List<String> headers(String type, String version, String key) {
        List<String> headers = new ArrayList<>(List.of("Content-Type", type));
        if (version != null) {
            headers.addAll(List.of("If-Match", '"' + version + '"'));
        }
        if (key != null) {
            headers.addAll(List.of("Idempotency-Key", key));
        }
        return headers;
    }

    /** All items of a list, page after page; empty if the list cannot be read. */
    public List<JsonNode> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        String next = path;
        for (int page = 0; next != null && page < PAGES_AT_MOST; page++) {
            HttpResponse<String> response = exchange("GET", next, BodyPublishers.noBody(), List.of());
            if (response.statusCode() != 200) {
                return items;
            }
            JsonNode body = parse(response);
            (body.isArray() ? body : body.path("items")).forEach(items::add);
            next = response.headers().allValues("Link").stream()
                    .map(NEXT::matcher)
                    .filter(Matcher::find)
                    .map(link -> relative(link.group(1)))
                    .findFirst()
                    .orElse(null);
        }
        return items;
    }

    private String relative(String link) {
        URI uri = URI.create(link);
        String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return path.startsWith(base.getPath()) ? path.substring(base.getPath().length()) : path;
    }

    private ApiAnswer send(String method, String path, BodyPublisher body, List<String> headers) {
        HttpResponse<String> response = exchange(method, path, body, headers);
        String version = response.headers()
                .firstValue("ETag")
                .map(tag -> tag.replace("W/", "").replace("\"", ""))
                .orElse(null);
        return new ApiAnswer(response.statusCode(), version, parse(response));
    }

    private HttpResponse<String> exchange(String method, String path, BodyPublisher body, List<String> headers) {
        String used = token();
        HttpResponse<String> response = exchange(method, path, body, headers, "Bearer " + used);
        if (response.statusCode() == 401) {
            forget(used);
            response = exchange(method, path, body, headers, "Bearer " + token());
        }
        return response;
    }

    private HttpResponse<String> exchange(
            String method, String path, BodyPublisher body, List<String> headers, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(patience)
                .header("Authorization", authorization)
                .header("Accept", "application/json, application/problem+json")
                .method(method, body);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return exchange(request.build());
    }

    /**
     * Sends a request, and sends it again when the server went away over it and is back: nobody can know whether it took
     * effect, and a change carries the same idempotency key each time, so that it does once.
     */
    private HttpResponse<String> exchange(HttpRequest request) {
        for (int attempt = 1; ; attempt++) {
            String reason;
            IOException lost = null;
            try {
                HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (attempt == ATTEMPTS || reachability.isOfTheApplication(response)) {
                    return response;
                }
                reason = "answered " + response.statusCode();
            } catch (IOException e) {
                lost = e;
                reason = Optional.ofNullable(e.getMessage()).orElse("no connection");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ApiException("interrupted", e);
            }
            boolean again = attempt < ATTEMPTS && (lost == null || Reachability.isLost(lost));
            if (!again || !reachability.awaitReturn()) {
                throw new ApiException(request.method() + ' ' + request.uri() + ": " + reason, lost);
            }
        }
    }

    private JsonNode parse(HttpResponse<String> response) {
        if (response.body() == null || response.body().isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return json.readTree(response.body());
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(response.body());
        }
    }

    private synchronized void forget(String used) {
        if (used.equals(token)) {
            token = null;
        }
    }

    private synchronized String token() {
        if (token == null) {
            String basic =
                    Base64.getEncoder().encodeToString((username + ':' + password).getBytes(StandardCharsets.UTF_8));
            HttpResponse<String> response =
                    exchange("POST", "/tokens", BodyPublishers.noBody(), List.of(), "Basic " + basic);
            String issued = parse(response).path("token").asText("");
            if (issued.isEmpty()) {
                throw new ApiException(username + " cannot log in: Throughline answered " + response.statusCode());
            }
            token = issued;
        }
        return token;
    }
}
