package io.throughline.scenario.play;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.scenario.client.ApiAnswer;
import io.throughline.scenario.client.ApiClient;
import io.throughline.scenario.report.Narrator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks after each step which activities have been performed since, and tells each when its thread has come to the next one:
 * only then is known how long it took. What is still being worked on at the end of the play is told then.
 */
final class ThreadWatch {

    private final ApiClient api;
    private final Narrator narrator;
    /** The threads seen, as last answered. */
    private final Map<String, JsonNode> threads = new HashMap<>();

    private final Set<String> told = new HashSet<>();

    ThreadWatch(ApiClient api, Narrator narrator) {
        this.api = api;
        this.narrator = narrator;
    }

    /** @param records numbers of the records that something was done to; several may be of one thread */
    void look(Collection<String> records) {
        Set<String> seen = new HashSet<>();
        for (String record : records) {
            if (seen.contains(record)) {
                continue;
            }
            ApiAnswer answer = api.get("/threads/" + record);
            if (answer.succeeded()) {
                answer.body().path("records").forEach(member -> seen.add(member.asText()));
                threads.put(name(answer.body()), answer.body());
                List<JsonNode> begun = begun(answer.body());
                tell(answer.body(), begun.subList(0, Math.max(0, begun.size() - 1)));
            }
        }
    }

    /** Tells what nothing followed. */
    void end() {
        threads.values().forEach(thread -> tell(thread, begun(thread)));
    }

    private void tell(JsonNode thread, List<JsonNode> activities) {
        for (JsonNode activity : activities) {
            if (told.add(name(thread) + ' ' + activity.path("number").asText())) {
                narrator.activity(activity);
            }
        }
    }

    private static String name(JsonNode thread) {
        return thread.path("thread").asText();
    }

    /** The activities that were begun, in the order in which they were. */
    private static List<JsonNode> begun(JsonNode thread) {
        List<JsonNode> begun = new ArrayList<>();
        thread.path("activities").forEach(activity -> {
            if (activity.hasNonNull("startedAt")) {
                begun.add(activity);
            }
        });
        begun.sort(Comparator.comparing(
                activity -> Instant.parse(activity.path("startedAt").asText())));
        return begun;
    }
}
