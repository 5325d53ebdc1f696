package io.throughline.verification.communication;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.launcher.ServerOption;
import io.throughline.verification.harness.TestDatabase;
import io.throughline.verification.harness.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed when the mail server has the text but has not said so. */
class OutboxKilledIT {

    private static final String ADMINISTRATOR = "admin:throughline-demo";
    private static final String DESK = "dana:correct-horse-battery";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path data;

    @Test
    void whatMayHaveGoneOutIsShownToAPersonAndNeverSentAgainUnasked() throws Exception {
        try (TestDatabase database = TestDatabase.start();
                HoldingMailServer mail = new HoldingMailServer()) {
            Map<ServerOption, String> options = options(database, mail);
            try (TestServer server = TestServer.start(data, options, null)) {
                tellSomebody(server);
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> mail.messageIds().size() == 1);
                server.kill();
            }
            mail.release();
            try (TestServer server = TestServer.start(data, options, null)) {
                String token = token(server, DESK);
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> message(server, token).getString("state").equals("IN_DOUBT"));
                assertThat(mail.messageIds()).hasSize(1);

                JsonObject inDoubt = message(server, token);
                post(server, token, "/messages/" + inDoubt.getString("number") + "/resend", "", version(inDoubt));

                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> message(server, token).getString("state").equals("SENT"));
                assertThat(mail.messageIds())
                        .containsExactly(inDoubt.getString("messageId"), inDoubt.getString("messageId"));
            }
        }
    }

    private static Map<ServerOption, String> options(TestDatabase database, HoldingMailServer mail) {
        Map<ServerOption, String> options = new EnumMap<>(ServerOption.class);
        options.putAll(database.options());
        options.put(ServerOption.DEMO, "true");
        options.put(ServerOption.SMTP_HOST, "127.0.0.1");
        options.put(ServerOption.SMTP_PORT, String.valueOf(mail.port()));
        options.put(ServerOption.OUTBOX_PATIENCE, "5");
        return options;
    }

    private void tellSomebody(TestServer server) {
        String administrator = token(server, ADMINISTRATOR);
        post(server, administrator, "/people", """
                {"username": "dana", "password": "correct-horse-battery", "fullName": "Dana", "channel": "EMAIL",
                 "email": "dana@example.org", "roles": ["REQUEST_ANALYST"]}""", null);
        String desk = token(server, DESK);
        JsonObject contact = post(server, desk, "/contacts", """
                {"callerName": "Ann", "email": "ann@example.org", "channel": "EMAIL", "words": "Buy my toner"}""", null);
        post(server, desk, "/contacts/" + contact.getString("number") + "/rejection", """
                {"reason": "We take no offers here"}""", version(contact));
    }

    private JsonObject message(TestServer server, String token) {
        return send(request(server, token, "/messages").GET())
                .getJsonArray("items")
                .getJsonObject(0);
    }

    private String token(TestServer server, String login) {
        String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(server.url().resolve("/api/v1/tokens"))
                        .header("Authorization", "Basic " + basic)
                        .POST(BodyPublishers.noBody()))
                .getString("token");
    }

    private JsonObject post(TestServer server, String token, String path, String body, Integer version) {
        HttpRequest.Builder request = request(server, token, path).POST(BodyPublishers.ofString(body));
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        return send(request);
    }

    private static int version(JsonObject view) {
        return view.getInt("version");
    }

    private static HttpRequest.Builder request(TestServer server, String token, String path) {
        return HttpRequest.newBuilder(server.url().resolve("/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private JsonObject send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
            return Json.createReader(new StringReader(answer.body())).readObject();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
