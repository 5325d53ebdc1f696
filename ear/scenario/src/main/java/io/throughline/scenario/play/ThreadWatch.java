package io.throughline.scenario.play;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.scenario.client.ApiAnswer;
import io.throughline.scenario.client.ApiClient;
import io.throughline.scenario.report.Narrator;
import java.util.HashSet;
import java.util.Set;

/** Asks after each step which activities have been performed since, and tells them. */
final class ThreadWatch {

    private final ApiClient api;
    private final Narrator narrator;
    private final Set<String> told = new HashSet<>();

    ThreadWatch(ApiClient api, Narrator narrator) {
        this.api = api;
        this.narrator = narrator;
    }

    /** @param record number of any record of the thread */
    void look(String record) {
        ApiAnswer answer = api.get("/threads/" + record);
        if (!answer.succeeded()) {
            return;
        }
        String thread = answer.body().path("thread").asText();
        for (JsonNode activity : answer.body().path("activities")) {
            if (activity.hasNonNull("startedAt")
                    && told.add(thread + ' ' + activity.path("number").asText())) {
                narrator.activity(activity);
            }
        }
    }
}
