package io.throughline.verification.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.persistence.DatabaseProbe;
import io.throughline.kernel.persistence.ThroughlineDataSource;
import io.throughline.verification.harness.InContainer;
import jakarta.annotation.Resource;
import jakarta.batch.operations.JobOperator;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

class RuntimeIT extends InContainer {

    @Inject
    private JobOperator jobs;

    @EJB
    private DatabaseProbe database;

    @Resource(lookup = ThroughlineDataSource.JNDI_NAME)
    private DataSource dataSource;

    @Test
    void jobsAreRunByJBeretAndNotByPayarasOwnEngine() {
        assertThat(jobs.getClass().getName()).isEqualTo("org.jberet.operations.JobOperatorImpl");
    }

    @Test
    void theSchemaIsMigratedBeforeAnythingElseRuns() {
        assertThat(database.schemaVersion()).isNotBlank();
        assertThat(database.failure()).isEmpty();
    }

    @Test
    void theEngineKeepsItsTablesBesideTheApplicationsOwn() throws Exception {
        try (Connection connection = dataSource.getConnection();
                var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM jb_JOB_INSTANCE")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    @RunAsClient
    void readinessTellsTheDatabaseByName(@ArquillianResource URL base) throws Exception {
        HttpResponse<String> answer = get(base + "health/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"database\"").contains("UP");
    }

    @Test
    @RunAsClient
    void theDescriptionOfTheApiIsTheOneThatTheBuildMade(@ArquillianResource URL base) throws Exception {
        HttpResponse<String> answer = get(base + "openapi?format=json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("/api/v1/changes/{number}/authorization", "Idempotency-Key", "application/problem+json");
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
