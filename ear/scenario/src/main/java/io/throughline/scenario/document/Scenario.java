package io.throughline.scenario.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.scenario.expression.TimeText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scenario that was found to be sound. */
public final class Scenario {

    /** Lists of things that a scenario describes, in the order in which they are created. */
    public static final List<String> KINDS =
            List.of("organisations", "people", "groups", "applications", "services", "servers");

    private final Path folder;
    private final JsonNode root;
    private final Map<String, List<Entity>> entities;

    Scenario(Path folder, JsonNode root, Map<String, List<Entity>> entities) {
        this.folder = folder;
        this.root = root;
        this.entities = Map.copyOf(entities);
    }

    public String name() {
        return root.path("scenario").asText();
    }

    public String title() {
        return root.path("title").asText();
    }

    public Duration timeLimit() {
        return TimeText.duration(root.path("timeLimit").asText("60s"));
    }

    /** Everything of one kind, loops unrolled. */
    public List<Entity> entities(String kind) {
        return entities.getOrDefault(kind, List.of());
    }

    public Optional<Entity> entity(String kind, String name) {
        return entities(kind).stream()
                .filter(entity -> entity.name().equals(name))
                .findFirst();
    }

    public JsonNode variables() {
        return root.path("variables");
    }

    /** Authority of the payment gateway at the start, {@code old} or {@code new}; empty leaves it as it is. */
    public Optional<String> gateway() {
        return Optional.ofNullable(root.path("world").path("gateway").asText(null));
    }

    public JsonNode relations() {
        return root.path("relations");
    }

    public JsonNode procedures() {
        return root.path("procedures");
    }

    public JsonNode steps() {
        return root.path("steps");
    }

    /** What whoever watched is told at the end, with expressions. */
    public JsonNode afterwards() {
        return root.path("afterwards");
    }

    /** Expression of the record whose thread the report shows. */
    public Optional<String> reportedThread() {
        return Optional.ofNullable(root.path("report").path("thread").asText(null));
    }

    /** Folder of a package, by the package's name. */
    public Optional<Path> packageFolder(String name) {
        for (JsonNode known : root.path("packages")) {
            if (known.path("name").asText().equals(name)) {
                return Optional.of(beside(known.path("folder").asText()));
            }
        }
        return Optional.empty();
    }

    /** A path that the scenario gives, relative to the folder it stands in. */
    public Path beside(String path) {
        return folder.resolve(path).normalize();
    }
}
