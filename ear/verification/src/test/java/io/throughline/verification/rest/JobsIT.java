package io.throughline.verification.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.verification.fixture.Fleet;
import io.throughline.verification.fixture.MuteHost;
import io.throughline.verification.harness.InContainer;
import io.throughline.verification.rest.Api.Answer;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URL;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs and schedules as an external system steers them. */
@RunAsClient
class JobsIT extends InContainer {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @ArquillianResource
    private URL server;

    private Colleagues colleagues;
    private Api operator;

    @BeforeEach
    void logIn() throws Exception {
        colleagues = new Colleagues(server.toURI());
        operator = colleagues.as("OPERATOR");
    }

    @Test
    void aJobIsStartedStoppedAndRestarted() throws Exception {
        try (MuteHost host = new MuteHost()) {
            String wish = diagnosis(incidentInDiagnosis(), host);
            Answer started = operator.post("jobs", wish);
            assertThat(started.status()).as(started.body().toString()).isEqualTo(201);
            String job = "jobs/" + started.body().getString("number");
            Answer running = awaitState(job, "RUNNING");
            assertThat(allowed(running)).containsExactly("STOP");

            Answer second = operator.post("jobs", wish);
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.problem()).isEqualTo("job-active");
            assertThat(operator.post(job + "/stop", "{}", null).problem()).isEqualTo("version-required");
            assertThat(operator.post(job + "/stop", "{}", "999999").problem()).isEqualTo("stale-version");
            assertThat(colleagues
                            .as("CHANGE_ASSESSOR")
                            .post(job + "/stop", "{}", running.version())
                            .problem())
                    .isEqualTo("missing-right");

            Answer stopping = operator.post(job + "/stop", "{}", running.version());
            assertThat(stopping.body().getString("state")).isEqualTo("STOPPING");
            assertThat(allowed(stopping)).isEmpty();
            host.close();
            Answer stopped = awaitState(job, "STOPPED");
            assertThat(allowed(stopped)).containsExactly("RESTART");
            Answer again = operator.post(job + "/stop", "{}", stopped.version());
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.problem()).isEqualTo("illegal-transition");

            Answer restarted = operator.post(job + "/restart", "{}", stopped.version());
            assertThat(restarted.status()).as(restarted.body().toString()).isEqualTo(200);
            Answer completed = awaitState(job, "COMPLETED");
            assertThat(completed.body().getString("exitStatus")).isNotBlank();
            assertThat(completed.body().getInt("token"))
                    .as("times it was claimed")
                    .isGreaterThan(running.body().getInt("token"));
            assertThat(allowed(completed)).isEmpty();
            assertThat(numbers(operator.get("jobs?job=fleet-diagnosis&size=200")))
                    .contains(completed.body().getString("number"));
            assertThat(numbers(operator.get("jobs?job=sealing&size=200")))
                    .doesNotContain(completed.body().getString("number"));
        }
    }

    @Test
    void aDiagnosisOfWhatIsNotInDiagnosisAsksNoServer() throws Exception {
        try (MuteHost host = new MuteHost()) {
            Answer started = operator.post("jobs", diagnosis(incident(), host));

            Answer failed = awaitState("jobs/" + number(started), "FAILED");

            assertThat(failed.body().getString("exitStatus")).contains("LOGGED");
            assertThat(host.callers()).isZero();
        }
    }

    @Test
    void aScheduleIsMadeListedAndEnded() throws Exception {
        Answer made = operator.post("schedules", """
                {"job": "configuration-audit", "parameters": {"service": "%s"}, "cron": "30 2 * * 1-5",
                 "zone": "Europe/Amsterdam", "overlap": "QUEUE"}""".formatted(service()));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        String number = made.body().getString("number");
        assertThat(made.headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/schedules/" + number));

        Answer read = operator.get("schedules/" + number);
        assertThat(read.body().getString("state")).isEqualTo("ACTIVE");
        assertThat(read.body().getString("zone")).isEqualTo("Europe/Amsterdam");
        assertThat(read.body().getString("overlap")).isEqualTo("QUEUE");
        assertThat(read.body().getJsonArray("upcoming")).hasSize(5);
        assertThat(numbers(operator.get("schedules?size=200"))).contains(number);
        assertThat(numbers(operator.get("schedules/" + number + "/runs"))).isEmpty();
        assertThat(colleagues
                        .as("CHANGE_ASSESSOR")
                        .post("schedules/" + number + "/end", "{}", read.version())
                        .problem())
                .isEqualTo("missing-right");
        assertThat(operator.post("schedules/" + number + "/end", "{}", null).problem())
                .isEqualTo("version-required");

        Answer ended = operator.post("schedules/" + number + "/end", "{}", read.version());

        assertThat(ended.body().getString("state")).isEqualTo("ENDED");
        assertThat(ended.body().getJsonArray("upcoming")).isEmpty();
        assertThat(operator.post("schedules/" + number + "/end", "{}", ended.version())
                        .problem())
                .isEqualTo("illegal-transition");
    }

    @Test
    void whatNoScheduleCanMeanIsNamed() throws Exception {
        assertRefused("{\"job\": \"make-coffee\", \"cron\": \"0 3 * * *\"}", "job");
        assertRefused("{\"job\": \"configuration-audit\", \"cron\": \"at noon\"}", "cron");
        assertRefused(
                "{\"job\": \"configuration-audit\", \"cron\": \"0 3 * * *\", \"zone\": \"Mars/Olympus\"}", "zone");
        assertRefused("{\"job\": \"release-rollout\", \"cron\": \"0 3 * * *\"}", "changeTemplate");
        assertRefused(
                "{\"job\": \"configuration-audit\", \"parameters\": {\"colour\": \"red\"}, \"cron\": \"0 3 * * *\"}",
                "parameters.colour");
    }

    private void assertRefused(String schedule, String field) throws Exception {
        Answer refused = operator.post("schedules", schedule);
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(422);
        assertThat(refused.body().getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo(field);
    }

    /** A wish to look at a server that does not answer. */
    private String diagnosis(String incident, MuteHost host) throws Exception {
        KeyPair key = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        String silent = number(colleagues.administrator().post("servers", """
                {"name": "mute-%s", "site": "ams1", "address": "127.0.0.1", "port": %d, "user": "deploy",
                 "probeUser": "probe", "hostKey": "%s"}""".formatted(
                        Fleet.unique(), host.port(), PublicKeyEntry.toString(key.getPublic()))));
        Answer written = analyst().post("procedures", """
                {"name": "Look %s", "probes": [{"name": "level", "command": "cat level"}]}""".formatted(Fleet.unique()));
        String procedure = number(written);
        Answer approved = operator.post("procedures/" + procedure + "/approval", "{}", written.version());
        assertThat(approved.status()).as(approved.body().toString()).isEqualTo(200);
        return """
                {"job": "fleet-diagnosis", "parameters": {"incident": "%s", "procedure": "%s", "servers": "%s"}}""".formatted(incident, procedure, silent);
    }

    private String incidentInDiagnosis() throws Exception {
        String incident = incident();
        String path = "incidents/" + incident;
        Answer classified = analyst()
                .post(
                        path + "/classification",
                        "{\"impact\": \"LOW\", \"urgency\": \"LOW\", \"category\": \"shop\"}",
                        analyst().get(path).version());
        Answer begun = analyst().post(path + "/diagnosis-start", "{}", classified.version());
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(200);
        return incident;
    }

    private String incident() throws Exception {
        Answer taken = analyst().post("contacts", """
                {"callerName": "Ann", "phone": "+31 20 1234567", "channel": "PHONE", "words": "It does not work",
                 "assessment": {"category": "shop", "complete": true}, "routing": {"title": "It does not work"}}""");
        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(201);
        return taken.body().getString("incident");
    }

    private Api analyst() throws Exception {
        return colleagues.as("REQUEST_ANALYST", "INCIDENT_OWNER", "INCIDENT_ANALYST");
    }

    private String service() throws Exception {
        return number(colleagues.administrator().post("services", "{\"name\": \"cart %s\"}".formatted(Fleet.unique())));
    }

    private Answer awaitState(String job, String state) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> operator.get(job),
                        answer -> answer.body().getString("state").equals(state));
    }

    private static String number(Answer made) {
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.body().getString("number");
    }

    private static List<String> numbers(Answer page) {
        return page.body().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("number", ""))
                .toList();
    }

    private static List<String> allowed(Answer job) {
        return job.body().getJsonArray("allowed").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }
}
