package io.throughline.scenario.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.throughline.scenario.client.ApiAnswer;
import io.throughline.scenario.client.ApiClient;
import io.throughline.scenario.expression.AnswerPath;
import io.throughline.scenario.expression.Comparison;
import io.throughline.scenario.expression.Variables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what a step was to bring with what is there, by asking Throughline. */
final class Expectations {

    /**
     * What is being looked at.
     *
     * @param answer answer to the step's own request; null if it made none
     * @param actor who looks
     * @param recordPath path of the record in question, or null
     */
    record Subject(ApiAnswer answer, ApiClient actor, String recordPath) {}

    /** What was seen, in words, and whether all of it was as expected. */
    record Sight(boolean holds, String words) {}

    private final ApiClient administrator;
    private final Instant start;
    private final Variables variables;

    Expectations(ApiClient administrator, Variables variables) {
        this.administrator = administrator;
        this.start = variables.start();
        this.variables = variables;
    }

    /** True if looking again can show something else. */
    static boolean canChange(JsonNode expect) {
        for (String member : List.of("state", "record", "hosts", "servers", "frontDoor", "told", "activities", "get")) {
            if (expect.has(member)) {
                return true;
            }
        }
        return false;
    }

    /** Looks once. */
    Sight look(JsonNode expect, Subject subject) {
        Notes notes = new Notes();
        ApiAnswer answer = subject.answer();
        if (answer != null) {
            request(expect, answer, notes);
        }
        if (notes.holds) {
            record(expect, subject, notes);
            targets(expect, subject, notes);
            surroundings(expect, subject, notes);
        }
        return new Sight(notes.holds, notes.words(answer));
    }

    private void request(JsonNode expect, ApiAnswer answer, Notes notes) {
        if (expect.has("refused")) {
            JsonNode refused = expect.get("refused");
            String type = refused.isTextual()
                    ? refused.textValue()
                    : refused.path("type").asText(null);
            if (answer.succeeded()
                    || type != null && !answer.refusal().orElse("").equals(type)) {
                notes.fail(answer.summary());
            }
            if (refused.has("status") && refused.get("status").asInt() != answer.status()) {
                notes.fail(answer.summary());
            }
            members(refused.path("with"), answer.body(), notes);
        } else if (expect.has("status")) {
            if (expect.get("status").asInt() != answer.status()) {
                notes.fail(answer.summary());
            }
        } else if (!answer.succeeded()) {
            notes.fail(answer.summary());
        }
        members(expect.path("answer"), answer.body(), notes);
    }

    private void record(JsonNode expect, Subject subject, Notes notes) {
        if (!expect.has("state") && !expect.has("record") && !expect.has("activities")) {
            return;
        }
        if (subject.recordPath() == null) {
            notes.fail("there is no record to look at");
            return;
        }
        if (expect.has("state") || expect.has("record")) {
            ApiAnswer record = read(subject, subject.recordPath());
            if (!record.succeeded()) {
                notes.fail(subject.recordPath() + ": " + record.summary());
                return;
            }
            if (expect.has("state")) {
                notes.compare("state", expect.get("state"), record.body().path("state"));
            }
            members(expect.path("record"), record.body(), notes);
        }
        if (expect.has("activities")) {
            activities(expect.get("activities"), subject.recordPath(), notes);
        }
    }

    private static ApiAnswer read(Subject subject, String path) {
        return subject.actor().get(path);
    }

    private void activities(JsonNode wanted, String recordPath, Notes notes) {
        String number = recordPath.substring(recordPath.lastIndexOf('/') + 1);
        List<Integer> performed = new ArrayList<>();
        administrator.get("/threads/" + number).body().path("activities").forEach(activity -> {
            if (activity.path("performed").asBoolean(activity.hasNonNull("startedAt"))) {
                performed.add(activity.path("number").asInt());
            }
        });
        List<Integer> missing = new ArrayList<>();
        wanted.forEach(activity -> {
            if (!performed.contains(activity.asInt())) {
                missing.add(activity.asInt());
            }
        });
        notes.note(missing.isEmpty(), "activities " + performed + (missing.isEmpty() ? "" : ", missing " + missing));
    }

    private void targets(JsonNode expect, Subject subject, Notes notes) {
        if (!expect.has("hosts") && !expect.has("servers")) {
            return;
        }
        if (subject.recordPath() == null) {
            notes.fail("there is no deployment to look at");
            return;
        }
        List<JsonNode> targets = administrator.list(subject.recordPath() + "/targets?size=500");
        Map<String, Integer> counts = new TreeMap<>();
        targets.forEach(target -> counts.merge(target.path("state").asText(), 1, Integer::sum));
        if (expect.has("hosts")) {
            boolean holds = true;
            for (Map.Entry<String, JsonNode> wanted : expect.get("hosts").properties()) {
                int count = counts.getOrDefault(wanted.getKey(), 0);
                holds &= Comparison.holds(wanted.getValue(), IntNode.valueOf(count));
            }
            notes.note(holds, "hosts " + counts);
        }
        for (Map.Entry<String, JsonNode> wanted : expect.path("servers").properties()) {
            JsonNode target = target(targets, wanted.getKey());
            notes.compare(wanted.getKey(), wanted.getValue(), target.path("state"));
        }
    }

    /** The target of a server, which it may name by number or by name. */
    private JsonNode target(List<JsonNode> targets, String server) {
        String number = variables.find("servers[name=" + server + "].number").asText(server);
        for (JsonNode target : targets) {
            for (String member : List.of("server", "serverNumber", "serverName", "name")) {
                String named = target.path(member).asText();
                if (named.equals(server) || named.equals(number)) {
                    return target;
                }
            }
        }
        return MissingNode.getInstance();
    }

    private void surroundings(JsonNode expect, Subject subject, Notes notes) {
        if (expect.has("frontDoor")) {
            JsonNode door = expect.get("frontDoor");
            ApiAnswer seen = administrator.get(
                    "/front-doors/" + Requests.encode(door.path("service").asText()));
            seenMembers(seen, door.path("where"), notes);
        }
        if (expect.has("told")) {
            told(expect.get("told"), notes);
        }
        if (expect.has("get")) {
            seenMembers(read(subject, expect.get("get").asText()), expect.path("where"), notes);
        }
    }

    private void seenMembers(ApiAnswer seen, JsonNode where, Notes notes) {
        if (seen.succeeded()) {
            members(where, seen.body(), notes);
        } else {
            notes.fail(seen.summary());
        }
    }

    private void told(JsonNode told, Notes notes) {
        int count = 0;
        List<JsonNode> messages = administrator.list("/messages?size=500");
        for (JsonNode message : messages) {
            count += matches(told, message) ? 1 : 0;
        }
        JsonNode times = told.path("times");
        boolean holds = times.isMissingNode() ? count > 0 : Comparison.holds(times, IntNode.valueOf(count));
        notes.note(holds, "told " + count + " times");
    }

    private boolean matches(JsonNode told, JsonNode message) {
        String at = message.path("at").asText("");
        if (at.matches("\\d{4}-.*Z") && Instant.parse(at).isBefore(start)) {
            return false;
        }
        for (String member : List.of("channel", "subject", "record", "state")) {
            if (told.has(member) && !Comparison.holds(told.get(member), message.path(member))) {
                return false;
            }
        }
        return !told.has("to")
                || message.path("to").asText().contains(told.get("to").asText());
    }

    private static void members(JsonNode wanted, JsonNode seen, Notes notes) {
        for (Map.Entry<String, JsonNode> member : wanted.properties()) {
            notes.compare(
                    member.getKey(),
                    member.getValue(),
                    AnswerPath.parse(member.getKey()).of(seen));
        }
    }

    /** Collects what was seen. */
    private static final class Notes {
        private final List<String> seen = new ArrayList<>();
        private boolean holds = true;

        void fail(String words) {
            holds = false;
            seen.add(words);
        }

        void note(boolean asExpected, String words) {
            holds &= asExpected;
            seen.add(words);
        }

        void compare(String what, JsonNode wanted, JsonNode found) {
            String value = found.isMissingNode() ? "nothing" : found.isTextual() ? found.textValue() : found.toString();
            note(
                    Comparison.holds(wanted, found),
                    what + " " + (value.length() > 200 ? value.substring(0, 200) + "…" : value));
        }

        String words(ApiAnswer answer) {
            if (seen.isEmpty()) {
                return answer == null ? "done" : answer.summary();
            }
            return String.join("; ", seen);
        }
    }
}
