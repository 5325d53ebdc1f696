package io.throughline.scenario.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.throughline.scenario.action.ActionCatalogue;
import io.throughline.scenario.expression.ExpressionException;
import io.throughline.scenario.expression.Loop;
import io.throughline.scenario.expression.Template;
import io.throughline.scenario.expression.Variables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a scenario and finds everything that is wrong with it, each with its line and with what is allowed: first its form,
 * by the JSON Schema; then, if the form is sound, what its parts say of each other.
 */
public final class ScenarioReader {

    private final ActionCatalogue catalogue;

    public ScenarioReader(ActionCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @throws ScenarioErrors with all errors */
    public Scenario read(Path file) throws ScenarioErrors {
        YamlDocument document = YamlDocument.read(file);
        List<ScenarioError> errors = new SchemaCheck().check(document);
        if (!errors.isEmpty()) {
            throw new ScenarioErrors(errors);
        }
        Path folder = file.toAbsolutePath().getParent();
        Map<String, List<Entity>> entities = new LinkedHashMap<>();
        Variables variables = new Variables(Instant.EPOCH, () -> Instant.EPOCH);
        document.root()
                .path("variables")
                .properties()
                .forEach(variable -> variables.set(variable.getKey(), variable.getValue()));
        variables.set("run", TextNode.valueOf("run"));
        for (String kind : Scenario.KINDS) {
            entities.put(kind, unroll(document, kind, variables, errors));
        }
        Scenario scenario = new Scenario(folder, document.root(), entities);
        checkReferences(document, scenario, errors);
        checkFolders(document, scenario, errors);
        new StepCheck(document, scenario, catalogue, errors).check();
        if (!errors.isEmpty()) {
            throw new ScenarioErrors(errors);
        }
        return scenario;
    }

    private static List<Entity> unroll(
            YamlDocument document, String kind, Variables variables, List<ScenarioError> errors) {
        List<Entity> unrolled = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int place = 0;
        for (JsonNode described : document.root().path(kind)) {
            String path = "/" + kind + '/' + place++;
            try {
                ObjectNode plain = described.deepCopy();
                JsonNode more = plain.remove("with");
                JsonNode loop = plain.remove("forEach");
                for (Variables round : Loop.rounds(loop, variables)) {
                    Entity entity = new Entity(path, Template.fill(plain, round), more, round);
                    if (!names.add(entity.name())) {
                        errors.add(document.error(path + "/name", "the name " + entity.name() + " is there twice"));
                    }
                    unrolled.add(entity);
                }
            } catch (ExpressionException e) {
                errors.add(document.error(path, e.getMessage()));
            }
        }
        return unrolled;
    }

    private static void checkReferences(YamlDocument document, Scenario scenario, List<ScenarioError> errors) {
        Map<String, Map<String, String>> references = Map.of(
                "people", Map.of("organisation", "organisations"),
                "groups", Map.of("members", "people"),
                "applications", Map.of("organisation", "organisations", "organisations", "organisations"),
                "services", Map.of("applications", "applications", "organisations", "organisations"),
                "servers", Map.of("services", "services"));
        Set<String> reported = new HashSet<>();
        references.forEach((kind, members) -> scenario.entities(kind)
                .forEach(entity -> members.forEach((member, target) -> {
                    JsonNode named = entity.described().path(member);
                    for (JsonNode name : named.isArray() ? named : List.of(named)) {
                        if (name.isTextual()
                                && scenario.entity(target, name.textValue()).isEmpty()) {
                            ScenarioError error = document.error(
                                    entity.path() + '/' + member,
                                    "there is nothing called " + name.textValue() + " among " + target + "; there are "
                                            + names(scenario, target));
                            if (reported.add(error.toString())) {
                                errors.add(error);
                            }
                        }
                    }
                })));
        int place = 0;
        for (JsonNode procedure : scenario.procedures()) {
            for (String member : List.of("createdBy", "approvedBy")) {
                String person = procedure.path(member).asText(null);
                if (person != null && scenario.entity("people", person).isEmpty()) {
                    errors.add(document.error(
                            "/procedures/" + place + '/' + member,
                            "there is no person " + person + "; there are " + names(scenario, "people")));
                }
            }
            place++;
        }
    }

    private static void checkFolders(YamlDocument document, Scenario scenario, List<ScenarioError> errors) {
        int place = 0;
        for (JsonNode known : document.root().path("packages")) {
            Path folder = scenario.beside(known.path("folder").asText());
            if (!Files.isRegularFile(folder.resolve("manifest.json"))) {
                errors.add(document.error("/packages/" + place + "/folder", "there is no manifest.json in " + folder));
            }
            place++;
        }
        Set<Path> seen = new HashSet<>();
        for (Entity server : scenario.entities("servers")) {
            for (JsonNode installed : server.described().path("installed")) {
                Path folder = scenario.beside(installed.path("folder").asText("."));
                if (seen.add(folder) && !Files.isDirectory(folder)) {
                    errors.add(document.error(server.path() + "/installed", "there is no folder " + folder));
                }
            }
        }
    }

    private static String names(Scenario scenario, String kind) {
        List<String> names = scenario.entities(kind).stream().map(Entity::name).toList();
        return names.isEmpty() ? "none" : String.join(", ", names.subList(0, Math.min(40, names.size())));
    }
}
