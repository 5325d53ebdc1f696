package io.throughline.verification.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.verification.fixture.Fleet;
import io.throughline.verification.harness.InContainer;
import io.throughline.verification.rest.Api.Answer;
import java.net.URL;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody gets who sends what cannot be taken: a problem by its name, and nothing has happened. */
@RunAsClient
class BadInputIT extends InContainer {

    private static final String PASSWORD = "correct horse battery staple";

    @ArquillianResource
    private URL server;

    private Api administrator;

    @BeforeEach
    void logIn() throws Exception {
        administrator = Api.login(server.toURI(), "admin", "throughline-demo");
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
        assertThat(administrator.get("incidents/nonsense").status()).isIn(404, 422);
    }

    @Test
    void jsonThatIsNone() throws Exception {
        String name = "never " + Fleet.unique();
        for (String body : new String[] {
            "{\"name\": \"" + name + "\"", "{\"name\": " + name + "}", "[]", "", "null", "\"" + name + "\""
        }) {
            Answer answer = administrator.post("services", body);

            assertThat(answer.status()).as(body).isIn(400, 422);
            assertThat(answer.problem()).as(body).isNotEmpty().doesNotContain("fault");
        }
        Answer misspelt = administrator.post("services", "{\"name\": \"" + name + "\", \"colour\": \"red\"}");
        assertThat(misspelt.status()).isEqualTo(422);
        assertThat(misspelt.body().toString()).contains("colour");
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
        byte[] noArchive = ("no archive " + Fleet.unique()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String signature = Base64.getEncoder().encodeToString(new byte[64]);

        for (Answer answer : new Answer[] {builder.upload(noArchive, null), builder.upload(noArchive, signature)}) {
            assertThat(answer.status()).isIn(400, 409, 422);
            assertThat(answer.problem()).isNotEmpty().doesNotContain("fault");
        }
    }

    /** Somebody with these roles, logged in. */
    private Api person(String... roles) throws Exception {
        String name = "p" + Fleet.unique();
        Answer added = administrator.post("people", """
                {"username": "%s", "fullName": "Test Person", "email": "%s@example.org", "channel": "EMAIL",
                 "roles": ["%s"], "password": "%s"}""".formatted(name, name, String.join("\", \"", roles), PASSWORD));
        assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
        return Api.login(server.toURI(), name, PASSWORD);
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
