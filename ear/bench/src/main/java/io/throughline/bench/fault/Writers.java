package io.throughline.bench.fault;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.throughline.scenario.client.ApiAnswer;
import io.throughline.scenario.client.ApiClient;
import io.throughline.scenario.client.ApiException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Writers on one server, each as fast as it gets answers, until the server is gone. What was answered is remembered. */
final class Writers {

    private static final int AT_ONCE = 8;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    /** @return number of the record that the server says it has made; null when it does not say so */
    private static String create(ApiClient client) {
        ApiAnswer answer = client.send(
                "POST",
                "/organisations",
                JsonMapper.builder().build().createObjectNode().put("name", "O " + UUID.randomUUID()),
                null,
                UUID.randomUUID().toString());
        if (answer.status() >= 400 && answer.status() < 500) {
            throw new IllegalStateException("refused: " + answer.summary());
        }
        return answer.succeeded() ? answer.body().path("number").asText() : null;
    }

    void on(URI server) {
        HttpClient http = HttpClient.newHttpClient();
        ApiClient client = new ApiClient(http, server, "admin", "throughline-demo");
        for (int i = 0; i < AT_ONCE; i++) {
            Thread thread = new Thread(() -> write(client), "writer");
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    private void write(ApiClient client) {
        while (!stopped) {
            try {
                String number = create(client);
                if (number != null) {
                    acknowledged.add(number);
                }
            } catch (ApiException gone) {
                return; // what was not answered may or may not have happened
            }
        }
    }

    int count() {
        return acknowledged.size();
    }

    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join(60_000);
        }
    }

    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }
}
