package io.throughline.verification.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.verification.harness.InContainer;
import io.throughline.verification.rest.Api.Answer;
import io.throughline.verification.rest.Colleagues.Colleague;
import jakarta.json.JsonObject;
import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What changes no record of ours and is on record all the same. That the intent to change a host and its outcome are, is
 * shown where hosts are changed (OperationIT).
 */
@RunAsClient
class TracesIT extends InContainer {

    @ArquillianResource
    private URL server;

    private Colleagues colleagues;
    private Api auditor;

    @BeforeEach
    void logIn() throws Exception {
        colleagues = new Colleagues(server.toURI());
        auditor = colleagues.as("AUDITOR");
    }

    @Test
    void aLogin() throws Exception {
        Colleague analyst = colleagues.with("INCIDENT_ANALYST");

        assertThat(actionsOf(analyst.number())).containsExactly("login");
    }

    @Test
    void aLoginThatFailed() throws Exception {
        Colleague analyst = colleagues.with("INCIDENT_ANALYST");

        Api.token(server.toURI(), analyst.username(), "not the password at all");

        assertThat(actionsOf(analyst.number())).containsExactly("login.refused", "login");
    }

    @Test
    void aTokenThatIsNone() throws Exception {
        assertThat(auditor.withToken("tl_nonsense").get("me").status()).isEqualTo(401);

        assertThat(actionsOf("anonymous")).contains("token.refused");
    }

    @Test
    void aRefusal() throws Exception {
        Colleague analyst = colleagues.with("INCIDENT_ANALYST");

        assertThat(analyst.api().get("audit/verification").status()).isEqualTo(403);

        assertThat(actionsOf(analyst.number())).startsWith("refused.AuditAccess.verify");
    }

    @Test
    void anExport() throws Exception {
        Colleague reader = colleagues.with("AUDITOR");

        assertThat(reader.api()
                        .lines("audit/export?format=csv&record=PER-000001")
                        .statusCode())
                .isEqualTo(200);

        assertThat(actionsOf(reader.number())).startsWith("audit.export");
    }

    @Test
    void theStartOfAJob() throws Exception {
        Colleague operator = colleagues.with("OPERATOR");
        String service = colleagues
                .administrator()
                .post("services", "{\"name\": \"traced " + operator.username() + "\"}")
                .body()
                .getString("number");

        Answer started = operator.api().post("jobs", """
                {"job": "configuration-audit", "parameters": {"service": "%s"}}""".formatted(service));

        assertThat(started.status()).as(started.body().toString()).isEqualTo(201);
        assertThat(actionsOf(operator.number())).contains("job.request");
    }

    /** What the person did according to the trail, the newest first. */
    private List<String> actionsOf(String actor) throws Exception {
        return auditor
                .get("audit/records?size=100&actor=" + actor)
                .body()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(record -> record.getString("action"))
                .toList();
    }
}
