package io.throughline.scenario.play;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.scenario.client.ApiAnswer;
import io.throughline.scenario.client.ApiClient;
import io.throughline.scenario.report.Narrator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks after each step which activities have been performed since, and tells each when its thread has come to the next one, or
 * the play to another thread: only then is known how long it took. An activity that is taken up again is not told again; the
 * whole thread at the end has it all.
 */
final class ThreadWatch {

    private final ApiClient api;
    private final Narrator narrator;
    /** The threads that are being worked on, as last answered. */
    private final Map<String, JsonNode> threads = new LinkedHashMap<>();

    private final Set<String> told = new HashSet<>();

    ThreadWatch(ApiClient api, Narrator narrator) {
        this.api = api;
        this.narrator = narrator;
    }

    /** @param records numbers of the records that something was done to; several may be of one thread */
    void look(Collection<String> records) {
        Map<String, JsonNode> left = new LinkedHashMap<>(threads);
        Set<String> seen = new HashSet<>();
        threads.clear();
        for (String record : records) {
            if (seen.contains(record)) {
                continue;
            }
            ApiAnswer answer = api.get("/threads/" + record);
            if (answer.succeeded()) {
                answer.body().path("records").forEach(member -> seen.add(member.asText()));
                threads.put(name(answer.body()), answer.body());
            }
        }
        left.keySet().removeAll(threads.keySet());
        left.values().forEach(thread -> tell(thread, begun(thread)));
        threads.values().forEach(thread -> {
            List<JsonNode> begun = begun(thread);
            tell(thread, begun.subList(0, Math.max(0, begun.size() - 1)));
        });
    }

    /** Tells what nothing followed, and then all of one thread. */
    void end(String record) {
        threads.values().forEach(thread -> tell(thread, begun(thread)));
        if (record != null) {
            ApiAnswer answer = api.get("/threads/" + record);
            if (answer.succeeded()) {
                narrator.thread(record, begun(answer.body()));
            }
        }
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
