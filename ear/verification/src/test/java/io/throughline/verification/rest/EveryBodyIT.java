package io.throughline.verification.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.identity.domain.Role;
import io.throughline.verification.fixture.Fleet;
import io.throughline.verification.harness.InContainer;
import io.throughline.verification.rest.Api.Answer;
import io.throughline.verification.rest.DescribedApi.Operation;
import io.throughline.verification.rest.DescribedApi.Spoilt;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every body and every query that the API describes, with one thing in it spoilt: refused or taken, never a fault of ours. */
// on the stricter of the databases only: it takes two thousand requests
@Tag("postgresql")
@RunAsClient
class EveryBodyIT extends InContainer {

    private static final String BASE = "/api/v1/";

    @ArquillianResource
    private URL server;

    private DescribedApi described;
    private Api everybody;
    private final Map<String, String> records = new LinkedHashMap<>();

    @BeforeEach
    void oneOfEachKind() throws Exception {
        described = new DescribedApi(description());
        Api administrator = new Colleagues(server.toURI()).administrator();
        everybody = new Colleagues(server.toURI())
                .with(Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new))
                .api();
        String name = "every " + Fleet.unique();
        String named = "{\"name\": \"" + name + "\"}";
        for (String kind : new String[] {"services", "organisations", "applications", "groups"}) {
            records.put(kind, number(administrator.post(kind, named)));
        }
        records.put("servers", number(administrator.post("servers", """
                {"name": "%s", "address": "127.0.0.1", "user": "deploy"}""".formatted(name.replace(' ', '-')))));
        records.put("people", new Colleagues(server.toURI()).with("AUDITOR").number());
        records.put("procedures", number(everybody.post("procedures", """
                {"name": "%s", "probes": [{"name": "level", "command": "cat level"}]}""".formatted(name))));
        Answer contact = everybody.post("contacts", """
                {"callerName": "Ann", "phone": "+31 20 1234567", "channel": "PHONE", "words": "It does not work",
                 "assessment": {"category": "shop", "complete": true}, "routing": {"title": "It does not work"}}""");
        records.put("contacts", number(contact));
        records.put("incidents", contact.body().getString("incident"));
        records.put("changes", number(everybody.post("changes", """
                {"title": "%s", "type": "NORMAL", "priority": "LOW", "reason": "It does not work", "service": "%s",
                 "targets": ["%s"]}""".formatted(
                        name, records.get("services"), records.get("servers")))));
        records.put("schedules", number(everybody.post("schedules", """
                {"job": "configuration-audit", "parameters": {"service": "%s"}, "cron": "30 2 1 1 *"}""".formatted(records.get("services")))));
    }

    @Test
    void noBodyIsOurFault() throws Exception {
        TreeSet<String> faults = new TreeSet<>();
        int sent = 0;
        for (Operation operation : described.operations()) {
            if (operation.body() == null || operation.path().endsWith("/me/password")) {
                continue;
            }
            String path = path(operation);
            String version = everybody.get(record(path)).version();
            for (Spoilt spoilt : described.spoilt(operation.body())) {
                Answer answer = operation.method().equals("put")
                        ? everybody.put(path, spoilt.body().toString(), version)
                        : everybody.post(path, spoilt.body().toString(), version);
                sent++;
                version = answer.version().isEmpty() ? version : answer.version();
                if (answer.status() >= 500) {
                    faults.add(operation + spoilt.how() + ": " + answer.status());
                }
            }
        }

        assertThat(faults).isEmpty();
        assertThat(sent).as("bodies that were tried").isGreaterThan(1000);
    }

    @Test
    void noQueryIsOurFault() throws Exception {
        TreeSet<String> faults = new TreeSet<>();
        int sent = 0;
        for (Operation operation : described.operations()) {
            if (!operation.method().equals("get") || operation.path().endsWith("/events")) {
                continue;
            }
            for (String query : operation.queries()) {
                for (String value :
                        new String[] {"a\u0000b", "x".repeat(3000), "", "-1", "99999999999999999999", "'\"%_"}) {
                    String path =
                            path(operation) + "?" + query + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
                    HttpResponse<String> answer = everybody.lines(path);
                    sent++;
                    if (answer.statusCode() >= 500) {
                        faults.add(operation + " " + query + "=" + value.substring(0, Math.min(20, value.length()))
                                + ": " + answer.statusCode());
                    }
                }
            }
        }

        assertThat(faults).isEmpty();
        assertThat(sent).as("queries that were tried").isGreaterThan(100);
    }

    /** With the number of a record where there is one of the kind, of one that is not there otherwise. */
    private String path(Operation operation) {
        String path = operation.path().substring(BASE.length());
        String kind = path.substring(0, path.contains("/") ? path.indexOf('/') : path.length());
        return path.replace("{number}", records.getOrDefault(kind, "XXX-999999"))
                .replaceAll("\\{[^}]+}", "999999");
    }

    /** The record that the path is about. */
    private static String record(String path) {
        String[] parts = path.split("/");
        return parts.length > 1 ? parts[0] + "/" + parts[1] : path;
    }

    private static String number(Answer made) {
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.body().getString("number");
    }

    private JsonObject description() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.toURI().resolve("/openapi") + "?format=json"))
                                .header("Accept", "application/json")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
