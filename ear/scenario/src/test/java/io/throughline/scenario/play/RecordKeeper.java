package io.throughline.scenario.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Keeps records as Throughline's REST interface does, and knows nothing of what they mean: a verb's name becomes the state.
 * Verbs with a meaning for tests: {@code refusal} is refused as four-eyes; {@code ripening} reaches its state only at the
 * third look; {@code contest} was always changed by somebody else in the meantime, twice; {@code crash} takes effect, but the
 * server ends before it has answered, and is there again only after it was looked for a few times.
 */
final class RecordKeeper implements AutoCloseable {

    record Seen(String user, String method, String path, String match, String key, String type) {}

    static final String PASSWORD = "throughline-demo";

    static {
        // Without it the JDK's HTTP server holds small answers back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final Map<String, String> PREFIXES = Map.of(
            "organisations",
            "ORG",
            "people",
            "PER",
            "applications",
            "APP",
            "services",
            "SVC",
            "servers",
            "SRV",
            "relations",
            "RLN",
            "contacts",
            "CON",
            "incidents",
            "INC",
            "packages",
            "PKG",
            "deployments",
            "DEP");

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    final Map<String, ObjectNode> records = new ConcurrentHashMap<>();
    /** Targets of every deployment, asked for when somebody looks. */
    volatile Supplier<List<JsonNode>> lateTargets = List::of;

    /** The activities of the thread, asked for when somebody looks. */
    volatile Supplier<List<JsonNode>> activities =
            () -> List.of(activity(1, "2026-01-01T00:00:01Z"), activity(2, null));

    private final JsonMapper json = JsonMapper.builder().build();
    /** How often readiness must still be asked for until a server that crashed is there again. */
    private final AtomicInteger looksUntilBack = new AtomicInteger();

    private final Map<String, JsonNode> answersByKey = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, AtomicInteger> counters = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer http;

    RecordKeeper() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        http.setExecutor(threads);
        http.createContext("/api/v1/", this::handle);
        http.createContext("/health/ready", this::ready);
        http.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    List<ObjectNode> all(String plural) {
        return new TreeMap<>(records)
                .values().stream()
                        .filter(known -> known.path("plural").asText().equals(plural))
                        .toList();
    }

    private void ready(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean ready = looksUntilBack.getAndUpdate(looks -> Math.max(0, looks - 1)) == 0;
            send(exchange, ready ? 200 : 503, json.createObjectNode().put("name", ready ? "database" : "none"), null);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring("/api/v1".length());
            byte[] body = exchange.getRequestBody().readAllBytes();
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (looksUntilBack.get() > 0) {
                // as the server under the application answers while that is not deployed
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            if (path.equals("/tokens")) {
                token(exchange, authorization);
                return;
            }
            if (authorization == null || !authorization.startsWith("Bearer token-of-")) {
                problem(exchange, 401, "not-logged-in");
                return;
            }
            seen.add(new Seen(
                    authorization.substring("Bearer token-of-".length()),
                    exchange.getRequestMethod(),
                    path,
                    exchange.getRequestHeaders().getFirst("If-Match"),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    exchange.getRequestHeaders().getFirst("Content-Type")));
            String[] parts = path.substring(1).split("/");
            if (exchange.getRequestMethod().equals("GET")) {
                read(exchange, parts);
            } else {
                change(exchange, parts, body);
            }
        }
    }

    private void token(HttpExchange exchange, String authorization) throws IOException {
        String[] login = new String(
                        Base64.getDecoder().decode(authorization.substring("Basic ".length())), StandardCharsets.UTF_8)
                .split(":", 2);
        if (login[1].equals(PASSWORD)) {
            send(exchange, 200, json.createObjectNode().put("token", "token-of-" + login[0]), null);
        } else {
            problem(exchange, 401, "not-logged-in");
        }
    }

    private void read(HttpExchange exchange, String[] parts) throws IOException {
        if (parts[0].equals("threads")) {
            ObjectNode thread = json.createObjectNode().put("thread", "T-1");
            activities.get().forEach(thread.withArray("activities")::add);
            send(exchange, 200, thread, null);
        } else if (parts[0].equals("audit")) {
            send(
                    exchange,
                    200,
                    json.createObjectNode()
                            .put("records", 12)
                            .put("head", "abc")
                            .put("verified", true),
                    null);
        } else if (parts[0].equals("messages")) {
            list(exchange, messages);
        } else if (parts[0].equals("call-backs")) {
            list(exchange, List.of());
        } else if (parts.length == 1) {
            list(exchange, parts[0].equals("me") ? List.of() : all(parts[0]));
        } else if (parts.length == 3 && parts[2].equals("targets")) {
            list(exchange, lateTargets.get());
        } else if (records.containsKey(parts[1])) {
            ObjectNode known = records.get(parts[1]);
            if (known.has("ripensTo") && counters.get(parts[1]).incrementAndGet() >= 3) {
                known.put("state", known.get("ripensTo").asText());
            }
            send(exchange, 200, known, known.get("version").asText());
        } else {
            problem(exchange, 404, "unknown-record");
        }
    }

    ObjectNode activity(int number, String startedAt) {
        return activity(number, startedAt, startedAt);
    }

    ObjectNode activity(int number, String startedAt, String endedAt) {
        ObjectNode words = json.createObjectNode()
                .put("process", "P")
                .put("activity", "A" + number)
                .put("role", "R")
                .put("workProduct", "W");
        ObjectNode activity = json.createObjectNode().put("number", number).put("performedBy", "PER-1");
        activity.set("earlier", words);
        activity.set("later", words);
        return activity.put("startedAt", startedAt).put("endedAt", endedAt).put("record", "CON-1");
    }

    private void list(HttpExchange exchange, List<? extends JsonNode> items) throws IOException {
        ArrayNode array = json.createArrayNode().addAll(new ArrayList<>(items));
        send(exchange, 200, json.createObjectNode().set("items", array), null);
    }

    private void change(HttpExchange exchange, String[] parts, byte[] body) throws IOException {
        if (parts.length == 1) {
            if (parts[0].equals("server-imports")) {
                takeServers(json.readTree(body).path("content").asText());
                send(exchange, 200, json.createObjectNode(), null);
                return;
            }
            String prefix = PREFIXES.getOrDefault(parts[0], "XXX");
            ObjectNode created =
                    "application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))
                            ? (ObjectNode) json.readTree(body)
                            : json.createObjectNode().put("size", body.length);
            String number = String.format("%s-%06d", prefix, numbers.incrementAndGet());
            created.put("number", number).put("version", 0).put("state", "NEW").put("plural", parts[0]);
            records.put(number, created);
            send(exchange, 201, created, "0");
            return;
        }
        ObjectNode known = records.get(parts[1]);
        String verb = parts.length == 2 ? "corrected" : parts[2];
        String match = exchange.getRequestHeaders().getFirst("If-Match");
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key != null && answersByKey.containsKey(key)) {
            send(exchange, 200, answersByKey.get(key), null);
        } else if (match == null) {
            problem(exchange, 428, "version-required");
        } else if (verb.equals("contest")
                && counters.computeIfAbsent("contest", none -> new AtomicInteger())
                                .incrementAndGet()
                        <= 2) {
            known.put("version", known.get("version").asInt() + 1);
            problem(exchange, 412, "stale-version");
        } else if (!match.equals('"' + known.get("version").asText() + '"')) {
            problem(exchange, 412, "stale-version");
        } else if (verb.equals("refusal")) {
            problem(exchange, 403, "four-eyes");
        } else {
            known.put("version", known.get("version").asInt() + 1);
            if (verb.equals("ripening")) {
                counters.put(parts[1], new AtomicInteger());
                known.put("state", "GREEN").put("ripensTo", "RIPE");
            } else {
                known.put("state", verb.toUpperCase(Locale.ROOT));
            }
            known.setAll((ObjectNode) json.readTree(body));
            if (verb.equals("crash")) {
                answersByKey.put(key, known.deepCopy());
                looksUntilBack.set(3);
                return;
            }
            send(exchange, 200, known, known.get("version").asText());
        }
    }

    private void takeServers(String csv) {
        csv.lines().skip(1).forEach(line -> {
            String[] values = line.substring(1, line.length() - 1).split("\",\"", -1);
            String number = String.format("SRV-%06d", numbers.incrementAndGet());
            records.put(
                    number,
                    json.createObjectNode()
                            .put("name", values[0])
                            .put("address", values[1])
                            .put("number", number)
                            .put("version", 0)
                            .put("plural", "servers"));
        });
    }

    private void problem(HttpExchange exchange, int status, String key) throws IOException {
        send(
                exchange,
                status,
                json.createObjectNode()
                        .put("type", "https://throughline.io/problems/" + key)
                        .put("status", status)
                        .put("detail", "because of " + key),
                null);
    }

    private void send(HttpExchange exchange, int status, JsonNode body, String version) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        if (version != null) {
            exchange.getResponseHeaders().set("ETag", '"' + version + '"');
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
