package io.throughline.incident.service.symptom;

import io.throughline.incident.domain.symptom.FrontDoorProbe;
import io.throughline.kernel.domain.HttpAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Asks over HTTP, a few at a time, as that many users would. */
@ApplicationScoped
public class HttpFrontDoorProbe implements FrontDoorProbe {

    private static final int AT_ONCE = 8;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(3);
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(30);
    private static final String NO_ANSWER = "no answer";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(LONGEST_ANSWER)
            .build();

    @Override
    public Reading read(Door door) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(door.url()))
                .timeout(LONGEST_ANSWER)
                .header("User-Agent", "Throughline front door check")
                .build();
        long deadline = System.nanoTime() + LONGEST_CHECK.toNanos();
        Map<String, Integer> answers = new TreeMap<>();
        int asked = 0;
        while (asked < door.samples() && System.nanoTime() < deadline) {
            int batch = Math.min(AT_ONCE, door.samples() - asked);
            ask(request, batch).forEach(answer -> answers.merge(answer, 1, Integer::sum));
            asked += batch;
        }
        if (asked < door.samples()) {
            answers.merge(NO_ANSWER, door.samples() - asked, Integer::sum);
        }
        Integer good = answers.remove("status " + door.expectStatus());
        return new Reading(door.samples(), good == null ? 0 : good, describe(answers));
    }

    private List<String> ask(HttpRequest request, int times) {
        if (!HttpAddress.leadsWhereAllowed(request.uri())) {
            return Collections.nCopies(times, NO_ANSWER);
        }
        List<CompletableFuture<String>> asked = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            asked.add(client.sendAsync(request, BodyHandlers.ofInputStream())
                    .thenApply(HttpFrontDoorProbe::status)
                    .exceptionally(broken -> NO_ANSWER));
        }
        return asked.stream().map(CompletableFuture::join).toList();
    }

    /** The head is the answer. Nobody waits for the body, which may never end. */
    private static String status(HttpResponse<InputStream> response) {
        try (InputStream unread = response.body()) {
            return "status " + response.statusCode();
        } catch (IOException closed) {
            return "status " + response.statusCode();
        }
    }

    private static String describe(Map<String, Integer> others) {
        return others.entrySet().stream()
                .map(answer -> answer.getValue() + " x " + answer.getKey())
                .collect(Collectors.joining(", "));
    }
}
