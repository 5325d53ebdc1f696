package io.throughline.scenario.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.scenario.document.Entity;
import io.throughline.scenario.document.Scenario;
import io.throughline.scenario.expression.ExpressionException;
import io.throughline.scenario.world.FleetControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Builds the scenario's world in the demo fleet: hosts with what is installed on them, faults, front doors. Hosts of scenarios
 * played before stay as they are, since Throughline knows them and may still have work for them.
 */
final class Stage {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Scenario scenario;
    private final FleetControl fleet;
    private final Map<String, String> frontDoors = new LinkedHashMap<>();
    private JsonNode seen = JSON.objectNode();

    /** @param fleet null if there is no demo fleet: then only what the scenario says to be there already is there */
    Stage(Scenario scenario, FleetControl fleet) {
        this.scenario = scenario;
        this.fleet = fleet;
    }

    void build(Map<String, Path> connectorKeys) throws IOException {
        List<Entity> ours =
                scenario.entities("servers").stream().filter(this::isOurs).toList();
        for (Entity service : scenario.entities("services")) {
            String url = service.described().path("frontDoor").path("url").asText(null);
            if (url != null) {
                frontDoors.put(service.name(), url);
            }
        }
        if (fleet == null) {
            if (!ours.isEmpty()) {
                throw new IOException("the scenario has servers in the demo fleet; name its directory with --fleet");
            }
            return;
        }
        for (Map.Entry<String, Path> key : connectorKeys.entrySet()) {
            fleet.authorize(key.getKey(), Files.readString(key.getValue()));
        }
        scenario.gateway().ifPresent(fleet::gateway);
        makeRoom(ours);
        ArrayNode hosts = JSON.arrayNode();
        for (Entity server : ours) {
            if (!server.described().path("later").asBoolean()) {
                hosts.add(host(server));
            }
        }
        seen = fleet.hosts(hosts, true);
        for (Entity server : ours) {
            breakAsDescribed(server);
        }
        openFrontDoors();
    }

    /** Takes away hosts of earlier plays that this scenario tells otherwise: where they are, or who provides its services. */
    private void makeRoom(List<Entity> ours) {
        for (JsonNode host : fleet.fleet().path("hosts")) {
            Optional<Entity> described = ours.stream()
                    .filter(server -> server.name().equals(host.path("name").asText()))
                    .findFirst();
            boolean inTheWay = described
                    .map(server -> server.described().path("later").asBoolean())
                    .orElseGet(() -> provides(host) || ours.stream().anyMatch(server -> hasAddressOf(server, host)));
            if (inTheWay) {
                fleet.remove(host.path("name").asText());
            }
        }
    }

    private boolean provides(JsonNode host) {
        for (JsonNode service : host.path("services")) {
            if (scenario.entity("services", service.asText()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasAddressOf(Entity server, JsonNode host) {
        JsonNode described = server.described();
        return described.has("address")
                && described
                        .path("address")
                        .asText()
                        .equals(host.path("address").asText())
                && (!described.has("port")
                        || described.path("port").asInt() == host.path("port").asInt());
    }

    private boolean isOurs(Entity server) {
        return !server.described().has("hostKey");
    }

    private void breakAsDescribed(Entity server) {
        String fault = server.text("fault");
        if (fault != null
                && !fault.equals("none")
                && !server.described().path("later").asBoolean()) {
            fleet.breakHost(server.name(), JSON.objectNode().put("fault", fault));
        }
    }

    private void openFrontDoors() {
        for (Entity service : scenario.entities("services")) {
            JsonNode described = service.described().path("frontDoor");
            if (described.isMissingNode() || described.has("url")) {
                continue;
            }
            ObjectNode door = JSON.objectNode().put("service", service.name());
            for (String member : List.of("application", "port", "gateway", "trust", "customersPerSecond")) {
                if (described.has(member)) {
                    door.set(member, described.get(member));
                }
            }
            seen = fleet.frontDoor(door);
        }
        seen.path("frontDoors")
                .forEach(door -> frontDoors.put(
                        door.path("service").asText(), door.path("url").asText()));
    }

    private ObjectNode host(Entity server) throws IOException {
        JsonNode described = server.described();
        ObjectNode host = JSON.objectNode().put("name", server.name());
        for (String member : List.of("address", "site", "role", "services")) {
            if (described.has(member)) {
                host.set(member, described.get(member));
            }
        }
        if (described.has("port")) {
            host.put("port", described.get("port").asInt());
        }
        ObjectNode files = host.putObject("files");
        ArrayNode applications = host.putArray("applications");
        for (JsonNode installed : described.path("installed")) {
            applications.add(installed.path("product").asText());
            if (installed.has("folder")) {
                addFolder(files, scenario.beside(installed.get("folder").asText()));
            }
        }
        described.path("files").properties().forEach(file -> files.set(file.getKey(), file.getValue()));
        return host;
    }

    private static void addFolder(ObjectNode files, Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
    }

    /** Lets a server appear that was not there at the start, and tells where and with which key. */
    JsonNode join(String name) {
        Entity server = scenario.entity("servers", name)
                .orElseThrow(() -> new ExpressionException("there is no server " + name));
        try {
            seen = fleet.hosts(JSON.arrayNode().add(host(server)), true);
        } catch (IOException e) {
            throw new ExpressionException("server " + name + " cannot join: " + e.getMessage());
        }
        return hostOf(name);
    }

    /** A host as the fleet shows it; a missing node if it is not of the fleet. */
    JsonNode hostOf(String server) {
        for (JsonNode host : seen.path("hosts")) {
            if (host.path("name").asText().equals(server)) {
                return host;
            }
        }
        return MissingNode.getInstance();
    }

    /** @throws ExpressionException if the service has no front door */
    String frontDoor(String service) {
        String url = frontDoors.get(service);
        if (url == null) {
            throw new ExpressionException("service " + service + " has no front door");
        }
        return url;
    }
}
