package io.throughline.scenario.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.scenario.client.ApiAnswer;
import io.throughline.scenario.client.ApiClient;
import io.throughline.scenario.client.ApiException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes many servers known by handing in a list, as somebody with a thousand of them would. */
final class ServerImport {

    private static final int ROWS = 500;
    private static final List<String> COLUMNS = List.of(
            "name",
            "address",
            "port",
            "user",
            "probe_user",
            "site",
            "host_key",
            "test_server",
            "product",
            "version",
            "labels");

    private final ApiClient client;
    private final Map<String, List<ObjectNode>> byService = new LinkedHashMap<>();

    ServerImport(ApiClient client) {
        this.client = client;
    }

    /** True if one line of a list can say all of it. */
    static boolean canTake(JsonNode server) {
        return server.path("installed").size() <= 1 && !server.has("description");
    }

    /** @param service number of a service that it provides, or null */
    void add(ObjectNode server, String service) {
        byService
                .computeIfAbsent(service == null ? "" : service, key -> new ArrayList<>())
                .add(server);
    }

    /** @throws ApiException if Throughline does not take the list */
    void send() {
        byService.forEach((service, servers) -> {
            for (int from = 0; from < servers.size(); from += ROWS) {
                send(service, servers.subList(from, Math.min(servers.size(), from + ROWS)));
            }
        });
    }

    private void send(String service, Collection<ObjectNode> servers) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("format", "CSV").put("content", csv(servers));
        if (!service.isEmpty()) {
            body.put("service", service);
        }
        ApiAnswer answer = client.send(
                "POST", "/server-imports", body, null, UUID.randomUUID().toString());
        if (!answer.succeeded()) {
            throw new ApiException("Throughline did not take the list of servers: " + answer.summary());
        }
    }

    private static String csv(Collection<ObjectNode> servers) {
        StringBuilder csv = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        for (ObjectNode server : servers) {
            JsonNode installed = server.path("installed").path(0);
            List<String> row = List.of(
                    server.path("name").asText(),
                    server.path("address").asText(),
                    server.path("port").asText(),
                    server.path("user").asText(),
                    server.path("probeUser").asText(),
                    server.path("site").asText(),
                    server.path("hostKey").asText(),
                    String.valueOf(server.path("testServer").asBoolean()),
                    installed.path("product").asText(),
                    installed.path("version").asText(),
                    labels(server.path("labels")));
            csv.append(row.stream()
                            .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return csv.toString();
    }

    private static String labels(JsonNode labels) {
        List<String> pairs = new ArrayList<>();
        labels.properties()
                .forEach(label ->
                        pairs.add(label.getKey() + '=' + label.getValue().asText()));
        return String.join(";", pairs);
    }
}
