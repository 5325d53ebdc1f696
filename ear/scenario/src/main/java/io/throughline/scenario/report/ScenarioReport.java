package io.throughline.scenario.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.scenario.client.ApiClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The report of a play: {@code <scenario>.json}.
 *
 * <p>Activities, servers, messages and audit are what Throughline answers when asked at the end; of the scenario file only the
 * steps' sentences and expectations are in it. A server's directory is the demo fleet's to tell.
 */
public final class ScenarioReport {

    private final JsonMapper json = JsonMapper.builder().build();
    private final ObjectNode root = json.createObjectNode();
    private final ApiClient api;

    /** @param api whose login may read everything */
    public ScenarioReport(String scenario, ApiClient api) {
        this.api = api;
        root.put("scenario", scenario);
        for (String list : List.of("activities", "servers", "messages")) {
            root.putArray(list);
        }
        root.putObject("audit");
        root.putArray("steps");
    }

    /** The activities of a record's thread; those not performed are left out. */
    public void activities(String record) {
        ArrayNode activities = root.withArray("activities");
        if (record == null) {
            return;
        }
        for (JsonNode step : api.get("/threads/" + record).body().path("activities")) {
            if (!step.hasNonNull("startedAt")) {
                continue;
            }
            ObjectNode activity =
                    activities.addObject().put("number", step.path("number").asInt());
            activity.set("earlier", words(step.path("earlier")));
            activity.set("later", words(step.path("later")));
            for (String member : List.of("performedBy", "record", "startedAt", "endedAt")) {
                activity.set(member, orNull(step.path(member)));
            }
        }
    }

    private ObjectNode words(JsonNode words) {
        ObjectNode copy = json.createObjectNode();
        for (String member : List.of("process", "activity", "role", "workProduct")) {
            copy.set(member, orNull(words.path(member)));
        }
        return copy;
    }

    /**
     * The servers and what the latest deployment made of each.
     *
     * @param numbers numbers of the servers in question
     * @param directory directory of a server by its name, or null
     */
    public void servers(Set<String> numbers, Function<String, String> directory) {
        Map<String, JsonNode> targets = new HashMap<>();
        Map<String, String> digests = new HashMap<>();
        List<JsonNode> deployments = api.list("/deployments?size=500");
        for (int n = deployments.size() - 1; n >= 0; n--) {
            JsonNode deployment = deployments.get(n);
            for (JsonNode target :
                    api.list("/deployments/" + deployment.path("number").asText() + "/targets?size=500")) {
                String server = target.path("server").asText();
                targets.put(server, target);
                digests.put(server, deployment.path("packageDigest").asText(null));
            }
        }
        ArrayNode servers = root.withArray("servers");
        List<JsonNode> known = api.list("/servers?size=500");
        known.sort(Comparator.comparing(server -> server.path("number").asText()));
        for (JsonNode server : known) {
            String number = server.path("number").asText();
            if (!numbers.contains(number)) {
                continue;
            }
            JsonNode target = targets.getOrDefault(number, NullNode.getInstance());
            ObjectNode entry = servers.addObject();
            entry.set("name", orNull(server.path("name")));
            entry.set("address", orNull(server.path("address")));
            entry.set("port", orNull(server.path("port")));
            entry.put("directory", directory.apply(server.path("name").asText()));
            JsonNode untouched = server.at("/installed/0/version");
            entry.set("before", orNull(target.isNull() ? untouched : target.path("before")));
            entry.set("after", orNull(target.isNull() ? untouched : target.path("after")));
            entry.put("packageSha256", target.isNull() ? null : digests.get(number));
            entry.set("outcome", orNull(target.path("state")));
        }
    }

    /** Whom Throughline told since the play began: messages it wrote, and calls that people made for it. */
    public void messages(Instant since) {
        List<ObjectNode> messages = new ArrayList<>();
        for (JsonNode message : api.list("/messages?size=500")) {
            messages.add(message("at", message));
        }
        for (JsonNode call : api.list("/call-backs?state=TOLD&size=500")) {
            messages.add(message("calledAt", call));
        }
        messages.removeIf(message -> isBefore(message.path("at").asText(""), since));
        messages.sort(Comparator.comparing(message -> message.path("at").asText()));
        root.withArray("messages").addAll(messages);
    }

    private ObjectNode message(String at, JsonNode told) {
        ObjectNode entry = json.createObjectNode();
        for (String member : List.of("to", "channel", "subject")) {
            entry.set(member, orNull(told.path(member)));
        }
        entry.set("at", orNull(told.path(at)));
        return entry;
    }

    private static boolean isBefore(String at, Instant time) {
        return at.matches("\\d{4}-.*Z") && Instant.parse(at).isBefore(time);
    }

    /** What the trail says of itself after recomputing it. */
    public void audit() {
        JsonNode verification = api.get("/audit/verification").body();
        ObjectNode audit = root.withObject("/audit");
        for (String member : List.of("records", "head", "verified")) {
            audit.set(member, orNull(verification.path(member)));
        }
    }

    public void step(String step, String expected, String seen, boolean holds) {
        root.withArray("steps")
                .addObject()
                .put("step", step)
                .put("expected", expected)
                .put("seen", seen)
                .put("holds", holds);
    }

    private static JsonNode orNull(JsonNode node) {
        return node.isMissingNode() ? NullNode.getInstance() : node;
    }

    public JsonNode content() {
        return root;
    }

    /** Writes the report so that a reader sees the old one or all of the new. */
    public Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(root.path("scenario").asText() + ".json");
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        json.writerWithDefaultPrettyPrinter().writeValue(aside.toFile(), root);
        return Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
