package io.throughline.launcher.rollout;

import io.throughline.audit.proof.BrokenProof;
import io.throughline.audit.proof.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The server's REST interface, as one person uses it. */
final class RolloutApi {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final int TRIES = 3;
    private static final int STALE = 412;
    private static final int NOT_LOGGED_IN = 401;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
    private final URI server;
    private final Credentials credentials;
    private String token;

    RolloutApi(URI server, Credentials credentials) {
        this.server = server;
        this.credentials = credentials;
        this.token = credentials.token().orElse(null);
    }

    /** What the server answered: its text, and the version of the record. */
    record Answer(String text, String version) {

        Map<String, Object> object() {
            try {
                return Json.object(text);
            } catch (BrokenProof noJson) {
                throw new CommandFailed(ExitStatus.REFUSED, "the server answered something else than JSON");
            }
        }
    }

    Answer get(String path) {
        return accepted(send(request(path).GET()));
    }

    /** Makes a new record. */
    Answer post(String path, String json) {
        return accepted(send(posting(path, json)));
    }

    /**
     * Does something to a record as it is now: when somebody, or the rollout itself, was quicker, to what it is by then.
     */
    Answer postTo(String record, String deed, String json) {
        for (int tries = 1; ; tries++) {
            String version = get(record).version();
            HttpResponse<String> answer =
                    send(posting(record + "/" + deed, json).header("If-Match", version));
            if (answer.statusCode() != STALE || tries == TRIES) {
                return accepted(answer);
            }
        }
    }

    /**
     * Opens the events of a rollout.
     *
     * @param lastEventId what was seen last; null for nothing
     * @throws IOException when the server cannot be reached
     */
    Stream<String> events(String path, String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).setHeader("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<Stream<String>> answer = http.send(authorized(request), BodyHandlers.ofLines());
        if (answer.statusCode() == NOT_LOGGED_IN && credentials.token().isEmpty()) {
            // the token has ended while it was watched
            token = null;
            answer.body().close();
            answer = http.send(authorized(request), BodyHandlers.ofLines());
        }
        if (answer.statusCode() >= 500) {
            throw new IOException("status " + answer.statusCode());
        }
        if (answer.statusCode() != 200) {
            throw refused(answer.statusCode(), String.join("", answer.body().toList()));
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("api/v1/" + path))
                .timeout(ANSWER_WITHIN)
                .setHeader("Accept", "application/json, application/problem+json");
    }

    private HttpRequest.Builder posting(String path, String json) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(json));
    }

    private HttpRequest authorized(HttpRequest.Builder request) {
        if (token == null) {
            HttpRequest login = request("tokens")
                    .header("Authorization", credentials.basic())
                    .POST(BodyPublishers.noBody())
                    .build();
            token = String.valueOf(accepted(exchange(login)).object().get("token"));
        }
        return request.setHeader("Authorization", "Bearer " + token).build();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return exchange(authorized(request));
    }

    /** A request whose answer got lost is sent again; its key sees to it that nothing is done twice. */
    private HttpResponse<String> exchange(HttpRequest request) {
        for (int tries = 1; ; tries++) {
            try {
                return http.send(request, BodyHandlers.ofString());
            } catch (ConnectException unreachable) {
                throw unreachable();
            } catch (IOException lost) {
                if (tries == TRIES) {
                    throw unreachable();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw unreachable();
            }
        }
    }

    CommandFailed unreachable() {
        return new CommandFailed(ExitStatus.UNREACHABLE, "cannot reach " + server);
    }

    private static Answer accepted(HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            throw refused(answer.statusCode(), answer.body());
        }
        return new Answer(answer.body(), answer.headers().firstValue("ETag").orElse(""));
    }

    /** The problem in the server's words, with each field that is wrong. */
    private static CommandFailed refused(int status, String problem) {
        try {
            Map<String, Object> told = Json.object(problem);
            Object errors = told.get("errors");
            return new CommandFailed(
                    ExitStatus.REFUSED,
                    told.getOrDefault("detail", told.get("title")) + (errors == null ? "" : " " + errors));
        } catch (BrokenProof noProblem) {
            return new CommandFailed(ExitStatus.REFUSED, "the server answered with status " + status);
        }
    }
}
