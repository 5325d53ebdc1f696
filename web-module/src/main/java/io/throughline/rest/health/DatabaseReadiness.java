package io.throughline.rest.health;

import io.throughline.kernel.persistence.DatabaseProbe;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the database answers and its schema is migrated. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    @EJB
    private DatabaseProbe database;

    @Override
    public HealthCheckResponse call() {
        Optional<String> failure = database.failure();
        var response = HealthCheckResponse.named("database")
                .status(failure.isEmpty())
                .withData("schema", String.valueOf(database.schemaVersion()));
        failure.ifPresent(reason -> response.withData("reason", reason));
        return response.build();
    }
}
