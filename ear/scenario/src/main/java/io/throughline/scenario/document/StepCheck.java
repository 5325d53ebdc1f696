package io.throughline.scenario.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.scenario.action.ActionCatalogue;
import io.throughline.scenario.action.ActionDefinition;
import io.throughline.scenario.expression.AnswerPath;
import io.throughline.scenario.expression.ExpressionException;
import io.throughline.scenario.expression.Loop;
import io.throughline.scenario.expression.Template;
import io.throughline.scenario.expression.TimeText;
import io.throughline.scenario.world.WorldAction;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is wrong with a scenario's steps: who, what, with what, and names that nobody has given yet. */
final class StepCheck {

    /** Whom a step may name beside the scenario's own people. */
    static final String ADMINISTRATOR = "administrator";

    private static final Set<String> KNOWN_FROM_THE_START = Set.of(
            "organisations",
            "people",
            "groups",
            "applications",
            "services",
            "servers",
            "procedures",
            "password",
            "portal",
            "run");

    /** What a step may say that consists of steps. */
    private static final List<String> OF_STEPS = List.of("step", "as", "forEach", "orNone", "parallel", "steps");

    private final YamlDocument document;
    private final Scenario scenario;
    private final ActionCatalogue catalogue;
    private final List<ScenarioError> errors;

    StepCheck(YamlDocument document, Scenario scenario, ActionCatalogue catalogue, List<ScenarioError> errors) {
        this.document = document;
        this.scenario = scenario;
        this.catalogue = catalogue;
        this.errors = errors;
    }

    void check() {
        Set<String> known = new TreeSet<>(KNOWN_FROM_THE_START);
        scenario.variables().fieldNames().forEachRemaining(known::add);
        worldBefore(known);
        steps(scenario.steps(), "/steps", known, false);
        expressionsIn(scenario.afterwards(), "/afterwards", known);
        scenario.reportedThread().ifPresent(thread -> expressions(thread, "/report/thread", known));
    }

    /** What relations and further members say of the world, which is filled in when it is created. */
    private void worldBefore(Set<String> known) {
        for (String kind : Stream.concat(Scenario.KINDS.stream(), Stream.of("relations", "procedures"))
                .toList()) {
            int place = 0;
            for (JsonNode described : document.root().path(kind)) {
                String path = "/" + kind + '/' + place++;
                Set<String> inside = new TreeSet<>(known);
                loop(described, path, inside);
                if (kind.equals("relations")) {
                    expressionsIn(described, path, inside);
                } else {
                    expressionsIn(described.path("with"), path + "/with", inside);
                }
            }
        }
    }

    private void loop(JsonNode described, String path, Set<String> inside) {
        described.path("forEach").properties().forEach(variable -> {
            String place = path + "/forEach/" + variable.getKey();
            expressionsIn(variable.getValue(), place, inside);
            if (!Loop.mayRunOver(variable.getValue())) {
                wrong(place, "this must be a list, a range like 1..10 or an expression that is a list");
            }
            inside.add(variable.getKey());
        });
    }

    /** Names that steps save become known to those after them. */
    private void steps(JsonNode steps, String path, Set<String> known, boolean somebodyDoesThem) {
        int place = 0;
        for (JsonNode step : steps) {
            step(step, path + '/' + place++, known, somebodyDoesThem);
        }
    }

    private void step(JsonNode step, String path, Set<String> known, boolean somebodyDoesIt) {
        Set<String> inside = new TreeSet<>(known);
        loop(step, path, inside);
        oneKind(step, path);
        if (step.has("steps")) {
            step.fieldNames().forEachRemaining(member -> {
                if (!OF_STEPS.contains(member)) {
                    wrong(path + '/' + member, "a step that consists of steps takes only " + OF_STEPS);
                }
            });
            if (step.has("as")) {
                person(step, path);
            }
            steps(step.get("steps"), path + "/steps", inside, step.has("as"));
            inside.removeAll(loopVariables(step));
            known.addAll(inside);
            return;
        }
        if (step.has("parallel") && !step.has("forEach")) {
            wrong(path + "/parallel", "only a step with forEach can run rounds in parallel");
        }
        if (step.has("orNone") && !step.has("forEach")) {
            wrong(path + "/orNone", "only a step with forEach can have no rounds");
        }
        if (step.has("as") || !somebodyDoesIt) {
            person(step, path);
        }
        action(step, path);
        for (String member : List.of("step", "as", "on", "call", "with", "match", "idempotencyKey", "until")) {
            if (step.has(member)) {
                expressionsIn(step.get(member), path + '/' + member, inside);
            }
        }
        if (step.has("until") && !isTime(step.get("until").asText())) {
            wrong(path + "/until", "this is no time; like +20s, now+2h or ${…}");
        }
        if (step.has("save")) {
            inside.add(step.get("save").asText().replace("[]", ""));
        }
        expectation(step.path("expect"), path + "/expect", inside);
        inside.removeAll(loopVariables(step));
        known.addAll(inside);
    }

    private static Set<String> loopVariables(JsonNode step) {
        Set<String> names = new TreeSet<>();
        step.path("forEach").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static boolean isTime(String text) {
        return TimeText.isRelative(text, true) || text.contains("${");
    }

    private void oneKind(JsonNode step, String path) {
        List<String> kinds = List.of("action", "call", "steps", "wait", "until");
        List<String> given = kinds.stream().filter(step::has).toList();
        if (given.size() > 1) {
            wrong(path, "a step has one of " + kinds + ", not " + given + " together");
        } else if (given.isEmpty() && !step.has("expect")) {
            wrong(path, "a step needs one of " + kinds + ", or expect alone");
        }
    }

    private void person(JsonNode step, String path) {
        String person = step.path("as").asText(null);
        boolean acts = step.has("call")
                || step.has("action") && !step.get("action").asText().startsWith("world.");
        if (acts && person == null) {
            wrong(path, "'as' is missing: who does it?");
        }
        if (person != null && !person.equals(ADMINISTRATOR) && !person.contains("${")) {
            Optional<Entity> known = scenario.entity("people", person);
            if (known.isEmpty()) {
                wrong(
                        path + "/as",
                        "there is no person " + person + "; there are " + ADMINISTRATOR + ", "
                                + String.join(
                                        ", ",
                                        scenario.entities("people").stream()
                                                .map(Entity::name)
                                                .toList()));
            } else if (!logsIn(known.get())) {
                wrong(path + "/as", person + " does not log in: give roles, or logsIn: true");
            }
        }
    }

    /** True if the person has a login. */
    static boolean logsIn(Entity person) {
        JsonNode described = person.described();
        return described.has("logsIn")
                ? described.get("logsIn").asBoolean()
                : !described.path("roles").isEmpty();
    }

    private void action(JsonNode step, String path) {
        String name = step.path("action").asText(null);
        if (name == null) {
            if (step.has("call")) {
                placeholders(
                        ActionDefinition.parse(step.get("call").asText(), ActionDefinition.Sends.JSON), step, path);
            }
            return;
        }
        if (name.startsWith("world.")) {
            WorldAction.of(name)
                    .ifPresentOrElse(
                            action -> worldInputs(action, step.path("with"), path),
                            () -> wrong(
                                    path + "/action", "there is no action " + name + "; allowed: " + worldActions()));
            return;
        }
        Optional<ActionDefinition> action = catalogue.find(name);
        if (action.isEmpty()) {
            wrong(
                    path + "/action",
                    "there is no action " + name + "; allowed are " + String.join(", ", catalogue.like(name))
                            + " and others (docs/scenarios.md), or call: METHOD /path");
            return;
        }
        placeholders(action.get(), step, path);
        if (action.get().sends() == ActionDefinition.Sends.PACKAGE) {
            String named = step.path("with").path("package").asText("");
            if (!named.contains("${") && scenario.packageFolder(named).isEmpty()) {
                wrong(path + "/with/package", "there is no package '" + named + "' in this scenario");
            }
        }
    }

    private void placeholders(ActionDefinition action, JsonNode step, String path) {
        if (action.needsRecord() && !step.has("on")) {
            wrong(path, "'on' is missing: which record is it done to?");
        }
        for (String name : action.placeholders()) {
            if (!name.equals(ActionDefinition.ON) && !step.path("with").has(name)) {
                wrong(path, "'with." + name + "' is missing: the request goes to " + action.path());
            }
        }
    }

    private void worldInputs(WorldAction action, JsonNode inputs, String path) {
        for (String name : action.required()) {
            if (!inputs.has(name)) {
                wrong(path + "/with", "'" + name + "' is missing; " + action.word() + " takes " + action.inputs());
            }
        }
        inputs.fieldNames().forEachRemaining(name -> {
            if (!action.takes(name)) {
                wrong(path + "/with/" + name, "not known; " + action.word() + " takes " + action.inputs());
            }
        });
        named("servers", inputs.path("server"), path + "/with/server");
        named("services", inputs.path("service"), path + "/with/service");
    }

    private void named(String kind, JsonNode name, String path) {
        if (name.isTextual()
                && !name.textValue().contains("${")
                && scenario.entity(kind, name.textValue()).isEmpty()) {
            wrong(path, "there is nothing called " + name.textValue() + " among " + kind);
        }
    }

    private static List<String> worldActions() {
        return Arrays.stream(WorldAction.values()).map(WorldAction::word).toList();
    }

    private void expectation(JsonNode expect, String path, Set<String> known) {
        if (expect.isMissingNode()) {
            return;
        }
        expressionsIn(expect, path, known);
        if (expect.has("get") != expect.has("where")) {
            wrong(path, "get and where go together");
        }
        for (String member : List.of("answer", "record", "where")) {
            for (Map.Entry<String, JsonNode> entry : expect.path(member).properties()) {
                path(entry.getKey(), path + '/' + member);
            }
        }
        for (Map.Entry<String, JsonNode> server : expect.path("servers").properties()) {
            if (!server.getKey().contains("${")
                    && scenario.entity("servers", server.getKey()).isEmpty()) {
                wrong(path + "/servers", "there is no server " + server.getKey() + " in this scenario");
            }
        }
    }

    private void path(String text, String place) {
        try {
            if (!text.contains("${")) {
                AnswerPath.parse(text);
            }
        } catch (ExpressionException e) {
            wrong(place, e.getMessage());
        }
    }

    private void expressionsIn(JsonNode node, String path, Set<String> known) {
        if (node.isTextual()) {
            expressions(node.textValue(), path, known);
        } else if (node.isArray()) {
            for (int n = 0; n < node.size(); n++) {
                expressionsIn(node.get(n), path + '/' + n, known);
            }
        } else {
            node.properties().forEach(member -> {
                expressions(member.getKey(), path, known);
                expressionsIn(member.getValue(), path + '/' + member.getKey(), known);
            });
        }
    }

    private void expressions(String text, String path, Set<String> known) {
        for (String expression : Template.expressions(text)) {
            try {
                Optional<String> variable = Template.variable(expression);
                if (variable.isPresent() && !known.contains(variable.get())) {
                    wrong(path, "nothing is called " + variable.get() + " here; known are " + String.join(", ", known));
                }
            } catch (ExpressionException e) {
                wrong(path, e.getMessage());
            }
        }
    }

    private void wrong(String path, String message) {
        errors.add(document.error(path, message));
    }
}
