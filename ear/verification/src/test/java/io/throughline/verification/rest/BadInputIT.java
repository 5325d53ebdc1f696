package io.throughline.verification.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.release.domain.packaging.PackageBuilder;
import io.throughline.verification.fixture.Fleet;
import io.throughline.verification.harness.InContainer;
import io.throughline.verification.rest.Api.Answer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody gets who sends what cannot be taken: a problem by its name, and nothing has happened. */
@RunAsClient
class BadInputIT extends InContainer {

    private static final String CHANGE = """
            {"title": "Patch", "type": "NORMAL", "priority": "LOW", "reason": "It does not work", %s}""";

    private static final List<Reference> REFERENCES = List.of(
            new Reference(true, "people", """
                    {"fullName": "Ann", "phone": "1", "channel": "PHONE", "organisation": "%s"}""", "organisation"),
            new Reference(true, "relations", """
                    {"from": "%s", "to": "SVC-000001", "type": "PROVIDES"}""", "from"),
            new Reference(true, "relations", """
                    {"from": "SRV-000001", "to": "%s", "type": "PROVIDES"}""", "to"),
            new Reference(true, "server-imports", """
                    {"format": "CSV", "content": "name", "service": "%s"}""", "service"),
            new Reference(false, "contacts", """
                    {"caller": "%s", "words": "It does not work"}""", "caller"),
            new Reference(false, "contacts", """
                    {"callerName": "Ann", "phone": "1", "channel": "PHONE", "words": "Oh", "organisation": "%s"}""", "organisation"),
            new Reference(false, "contacts", """
                    {"callerName": "Ann", "phone": "1", "channel": "PHONE", "words": "Oh", "service": "%s"}""", "service"),
            new Reference(false, "incidents", """
                    {"title": "Oh", "symptom": "It does not work", "service": "%s"}""", "service"),
            new Reference(false, "{incident}/assignment", """
                    {"person": "%s"}""", "person"),
            new Reference(false, "{incident}/diagnosis-jobs", """
                    {"procedure": "%s"}""", "procedure"),
            new Reference(false, "changes", CHANGE.formatted("\"service\": \"%s\""), "service"),
            new Reference(false, "changes", CHANGE.formatted("\"targets\": [\"%s\"]"), "targets"),
            new Reference(false, "changes", CHANGE.formatted("\"incident\": \"%s\""), "incident"),
            new Reference(false, "deployments", """
                    {"release": "%s", "plan": {"waves": [{"name": "all", "percent": 100}]}}""", "release"),
            new Reference(false, "jobs", """
                    {"job": "configuration-audit", "parameters": {"service": "%s"}}""", "parameters.service"),
            new Reference(false, "schedules", """
                    {"job": "release-rollout", "cron": "0 3 * * *", "changeTemplate": "%s"}""", "changeTemplate"));

    /**
     * A place where one record is named in the making of another.
     *
     * @param administrators whether the administrator may make it, or the staff
     */
    private record Reference(boolean administrators, String path, String body, String field) {

        /** The parameters of jobs come from forms, where a blank one is none. */
        boolean mayBeBlank() {
            return field.startsWith("parameters.");
        }
    }

    @ArquillianResource
    private URL server;

    private Colleagues colleagues;
    private Api administrator;

    @BeforeEach
    void logIn() throws Exception {
        colleagues = new Colleagues(server.toURI());
        administrator = colleagues.administrator();
    }

    @Test
    void aRecordThatIsNotThere() throws Exception {
        for (String path : new String[] {
            "contacts/CON-999999",
            "incidents/INC-999999",
            "changes/CHG-999999",
            "releases/REL-999999",
            "deployments/DEP-999999",
            "servers/SRV-999999",
            "jobs/JOB-999999",
            "threads/INC-999999",
            "packages/" + "0".repeat(64)
        }) {
            Answer answer = administrator.get(path);

            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.problem()).as(path).isEqualTo("unknown-record");
        }
        assertThat(person("INCIDENT_OWNER")
                        .post("incidents/INC-999999/hold", "{\"reason\":\"x\"}", "1")
                        .problem())
                .isEqualTo("unknown-record");
        assertField(administrator.get("incidents/nonsense"), "number");
    }

    @Test
    void jsonThatIsNone() throws Exception {
        String name = "never " + Fleet.unique();
        for (String body :
                new String[] {"{\"name\": \"" + name + "\"", "{\"name\": " + name + "}", "[]", "", "\"" + name + "\""
                }) {
            Answer answer = administrator.post("services", body);

            assertThat(answer.problem()).as(body).isEqualTo("malformed-json");
            assertThat(answer.status()).as(body).isEqualTo(400);
        }
        assertField(administrator.post("services", "null"), "body");
        Answer misspelt = administrator.post("services", "{\"name\": \"" + name + "\", \"colour\": \"red\"}");
        assertField(misspelt, "colour");
        assertThat(services()).doesNotContain(name);
    }

    @Test
    void textThatIsTooLongOrHoldsControlCharacters() throws Exception {
        String name = "never " + Fleet.unique();
        Answer tooLong = administrator.post("services", "{\"name\": \"" + name + "x".repeat(5_000) + "\"}");
        Answer control = administrator.post("services", "{\"name\": \"" + name + "\\u0007\\u0000\"}");

        for (Answer answer : new Answer[] {tooLong, control}) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.problem()).isEqualTo("invalid-input");
            assertThat(answer.body().getJsonArray("errors").getJsonObject(0).getString("field"))
                    .isEqualTo("name");
        }
        assertThat(services()).doesNotContain(name);
    }

    @Test
    void aVersionThatIsOldOrMissing() throws Exception {
        Answer made = administrator.post("services", "{\"name\": \"cart " + Fleet.unique() + "\"}");
        String path = "services/" + made.body().getString("number");
        String other = "{\"name\": \"other " + Fleet.unique() + "\"}";

        Answer missing = administrator.put(path, other, null);
        Answer stale = administrator.put(path, other, "77");

        assertThat(missing.status()).isEqualTo(428);
        assertThat(missing.problem()).isEqualTo("version-required");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.problem()).isEqualTo("stale-version");
        assertThat(administrator.get(path).body().getString("name"))
                .isEqualTo(made.body().getString("name"));
    }

    @Test
    void aStateThatDoesNotAllowIt() throws Exception {
        Api desk = person("REQUEST_ANALYST", "INCIDENT_OWNER");
        String incident = incident(desk);
        Answer before = desk.get("incidents/" + incident);

        Answer refused = desk.post(
                "incidents/" + incident + "/closure",
                "{\"resolutionCode\": \"advice\", \"causeCode\": \"user\", \"effortMinutes\": 1}",
                before.version());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("illegal-transition");
        assertThat(refused.body().getString("state")).isEqualTo("LOGGED");
        assertThat(refused.body().getJsonArray("allowed")).isNotEmpty();
        assertThat(desk.get("incidents/" + incident).version()).isEqualTo(before.version());
    }

    @Test
    void aRightThatIsMissing() throws Exception {
        Api desk = person("REQUEST_ANALYST", "INCIDENT_OWNER");
        String incident = incident(desk);
        Answer before = desk.get("incidents/" + incident);
        Api assessor = person("CHANGE_ASSESSOR");

        Answer refused = assessor.post(
                "incidents/" + incident + "/classification",
                "{\"impact\": \"LOW\", \"urgency\": \"LOW\", \"category\": \"shop\"}",
                before.version());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("missing-right");
        assertThat(desk.get("incidents/" + incident).version()).isEqualTo(before.version());
        assertThat(administrator.withToken("nonsense").get("incidents").status())
                .isEqualTo(401);
    }

    @Test
    void workThatIsOnesOwn() throws Exception {
        Api both = person("INCIDENT_ANALYST", "OPERATOR");
        Answer written = both.post("procedures", """
                {"name": "Look %s", "probes": [{"name": "level", "command": "cat VERSION"}]}""".formatted(Fleet.unique()));
        String path = "procedures/" + written.body().getString("number");

        Answer refused = both.post(path + "/approval", "{}", written.version());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("four-eyes");
        assertThat(both.get(path).body().getString("state")).isEqualTo("DRAFT");
    }

    @Test
    void aPackageThatIsNoneOrNotTheOneThatWasSigned() throws Exception {
        Api builder = person("RELEASE_SPECIALIST");
        byte[] noArchive = ("no archive " + Fleet.unique()).getBytes(StandardCharsets.UTF_8);
        String foreign = Base64.getEncoder().encodeToString(new byte[64]);

        assertField(builder.upload(noArchive, null), "package");
        assertField(builder.upload(noArchive, foreign), "package");
        assertField(builder.upload(soundPackage(), foreign), "signature");
        assertField(builder.upload(soundPackage(), "not even base64!"), "signature");
        assertThat(builder.upload(soundPackage(), null).status()).isEqualTo(201);
    }

    @Test
    void aBodyThatIsTooLarge() throws Exception {
        byte[] tooLarge = new byte[(8 << 20) + 1];
        Arrays.fill(tooLarge, (byte) ' ');

        for (Answer answer : new Answer[] {
            administrator.send("services", HttpRequest.BodyPublishers.ofByteArray(tooLarge), true),
            administrator.send("services", unannounced(tooLarge), true),
            administrator.send("services", unannounced(tooLarge), false)
        }) {
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.problem()).isEqualTo("body-too-large");
            assertThat(answer.body().getInt("mostBytes")).isEqualTo(8 << 20);
        }
    }

    @Test
    void aFormThatIsTooLarge() throws Exception {
        byte[] tooLarge = new byte[(4 << 20) + 1];
        Arrays.fill(tooLarge, (byte) 'x');

        assertThat(form("login.xhtml", HttpRequest.BodyPublishers.ofByteArray(tooLarge)))
                .isEqualTo(413);
        assertThat(form("login.xhtml", unannounced(tooLarge))).isEqualTo(411);
        assertThat(form("release/packages.xhtml", unannounced(tooLarge)))
                .as("nobody is logged in: sent to the login")
                .isEqualTo(302);
    }

    private int form(String page, HttpRequest.BodyPublisher body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.toURI().resolve("/" + page))
                                .version(HttpClient.Version.HTTP_1_1)
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(body)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Of unknown length, as chunks are. */
    private static HttpRequest.BodyPublisher unannounced(byte[] body) {
        return HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    @Test
    void aNumberThatIsNoneOrOfAnotherKind() throws Exception {
        Api staff = person(
                "REQUEST_ANALYST",
                "INCIDENT_OWNER",
                "INCIDENT_ANALYST",
                "INCIDENT_MANAGER",
                "CHANGE_MANAGER",
                "OPERATOR");
        String incident = "incidents/" + incident(staff);
        SoftAssertions answers = new SoftAssertions();
        for (String number : new String[] {"nonsense", "x".repeat(300), "PKG-000001", "PER-1", ""}) {
            for (Reference reference : REFERENCES) {
                if (number.isEmpty() && reference.mayBeBlank()) {
                    continue;
                }
                Api caller = reference.administrators() ? administrator : staff;
                String path = reference.path().replace("{incident}", incident);
                String version = path.startsWith(incident) ? staff.get(incident).version() : null;

                Answer answer = caller.post(path, reference.body().formatted(number), version);

                answers.assertThat(answer.status())
                        .as("%s %s: %s", path, number, answer.body())
                        .isEqualTo(422);
                answers.assertThat(fields(answer))
                        .as("%s %s: %s", path, number, answer.body())
                        .contains(reference.field());
            }
        }
        answers.assertAll();
    }

    /** Refused, and for this field. */
    private static void assertField(Answer answer, String field) {
        assertThat(answer.problem()).as(answer.body().toString()).isEqualTo("invalid-input");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(fields(answer)).contains(field);
    }

    /** The fields for which a request was refused, without their places in lists. */
    private static List<String> fields(Answer answer) {
        JsonArray errors = answer.body().getJsonArray("errors");
        return errors == null
                ? List.of()
                : errors.getValuesAs(JsonObject.class).stream()
                        .map(error -> error.getString("field").replaceAll("\\[\\d+]", ""))
                        .toList();
    }

    /** A package that could be taken, with a content of its own. */
    private byte[] soundPackage() throws Exception {
        PackageBuilder content = new PackageBuilder().file("manifest.json", """
                {"format": 1, "product": "sound", "version": "1.0.0", "scripts": {"level": "s/level.sh",
                 "install": "s/install.sh", "verify": "s/verify.sh", "rollback": "s/rollback.sh"}}""");
        for (String step : new String[] {"level", "install", "verify", "rollback"}) {
            content.file("s/" + step + ".sh", "echo " + Fleet.unique() + "\n");
        }
        Path archive = Files.createTempFile("sound", ".tar.gz");
        content.writeTo(archive);
        byte[] bytes = Files.readAllBytes(archive);
        Files.delete(archive);
        return bytes;
    }

    private Api person(String... roles) throws Exception {
        return colleagues.as(roles);
    }

    private static String incident(Api desk) throws Exception {
        Answer made = desk.post("contacts", """
                {"callerName": "Ann", "phone": "+31 20 1234567", "channel": "PHONE", "words": "It does not work",
                 "assessment": {"category": "shop", "complete": true}, "routing": {"title": "It does not work"}}""");
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.body().getString("incident");
    }

    /** All services that the newest page shows. */
    private String services() throws Exception {
        return administrator.get("services?size=50").body().toString();
    }
}
