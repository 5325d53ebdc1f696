package io.throughline.scenario.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** The control interface of the demo fleet. */
public final class FleetControl {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final String url;
    private final String token;
    private final JsonMapper json = JsonMapper.builder().build();

    private FleetControl(HttpClient http, String url, String token) {
        this.http = http;
        this.url = url;
        this.token = token;
    }

    /**
     * @param directory the fleet's directory, where it tells how to reach it
     * @throws WorldException if no fleet runs there
     */
    public static FleetControl of(HttpClient http, Path directory) {
        Path file = directory.resolve("fleet.properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            return new FleetControl(
                    http, properties.getProperty("control.url"), properties.getProperty("control.token"));
        } catch (IOException e) {
            throw new WorldException("no fleet runs in " + directory + ": " + file + " cannot be read", e);
        }
    }

    /** Hosts, front doors and gateway. */
    public JsonNode fleet() {
        return ask("GET", "/fleet", null);
    }

    /** Makes hosts be there; with {@code fresh} their directories are laid out anew. */
    public JsonNode hosts(JsonNode descriptions, boolean fresh) {
        return ask("PUT", "/fleet/hosts" + (fresh ? "?fresh=true" : ""), descriptions.toString());
    }

    public void remove(String host) {
        ask("DELETE", "/fleet/hosts/" + host, null);
    }

    /** @param fault with {@code fault} and perhaps {@code delaySeconds} */
    public void breakHost(String host, JsonNode fault) {
        ask("PUT", "/fleet/hosts/" + host + "/fault", fault.toString());
    }

    public void repair(String host) {
        ask("DELETE", "/fleet/hosts/" + host + "/fault", null);
    }

    public String read(String host, String path) {
        return ask("GET", "/fleet/hosts/" + host + "/files/" + path, null)
                .path("text")
                .asText();
    }

    public void write(String host, String path, String text) {
        ask("PUT", "/fleet/hosts/" + host + "/files/" + path, text);
    }

    public void delete(String host, String path) {
        ask("DELETE", "/fleet/hosts/" + host + "/files/" + path, null);
    }

    public JsonNode frontDoor(JsonNode description) {
        return ask("PUT", "/fleet/front-doors", description.toString());
    }

    public void gateway(String authority) {
        ask(
                "PUT",
                "/fleet/gateway",
                json.createObjectNode().put("authority", authority).toString());
    }

    /** Lets a key log in to an account on every host. */
    public void authorize(String account, String publicKeys) {
        ask("PUT", "/fleet/accounts/" + account + "/authorized-keys", publicKeys);
    }

    /**
     * Places orders at a service's front door, as customers do.
     *
     * @return {@code orders}, {@code placed}, {@code refused}, {@code rate} and the {@code answers}
     */
    public ObjectNode order(String frontDoor, int orders, String by) {
        ObjectNode result = json.createObjectNode();
        int placed = 0;
        for (int n = 0; n < orders; n++) {
            HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(frontDoor + "/order?by=" + by))
                    .POST(BodyPublishers.noBody()));
            boolean success = response.statusCode() == 200;
            placed += success ? 1 : 0;
            ObjectNode answer = result.withArray("answers").addObject().put("status", response.statusCode());
            parse(response).properties().forEach(member -> answer.set(member.getKey(), member.getValue()));
        }
        return result.put("orders", orders)
                .put("placed", placed)
                .put("refused", orders - placed)
                .put("rate", orders == 0 ? 0 : (double) placed / orders);
    }

    private JsonNode ask(String method, String path, String body) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        JsonNode answer = parse(response);
        if (response.statusCode() >= 300) {
            throw new WorldException("the fleet refused " + method + ' ' + path + ": "
                    + answer.path("error").asText("status " + response.statusCode()));
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest built = request.timeout(PATIENCE).build();
        try {
            return http.send(built, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new WorldException("the fleet does not answer at " + built.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorldException("interrupted", e);
        }
    }

    private JsonNode parse(HttpResponse<String> response) {
        try {
            return response.body().isBlank() ? MissingNode.getInstance() : json.readTree(response.body());
        } catch (IOException e) {
            return json.createObjectNode().put("error", response.body());
        }
    }
}
