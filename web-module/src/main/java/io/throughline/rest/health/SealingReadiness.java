package io.throughline.rest.health;

import io.throughline.audit.service.SealingService;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;

/** Ready when no committed audit record waits too long for its place in the chain; the age is a metric too. */
@Readiness
@ApplicationScoped
public class SealingReadiness implements HealthCheck {

    static final String METRIC = "throughline.audit.oldest.unsealed.age";

    private static final Duration LONGEST = Duration.ofMinutes(1);

    @EJB
    private SealingService sealing;

    @Inject
    private MetricRegistry metrics;

    void measure(@Observes @Initialized(ApplicationScoped.class) Object applicationStarted) {
        metrics.gauge(
                Metadata.builder()
                        .withName(METRIC)
                        .withDescription("How long the oldest committed audit record has been waiting to be sealed")
                        .withUnit(MetricUnits.SECONDS)
                        .build(),
                this,
                SealingReadiness::ageInSeconds);
    }

    @Override
    public HealthCheckResponse call() {
        long age = ageInSeconds();
        return HealthCheckResponse.named("sealing")
                .status(age <= LONGEST.toSeconds())
                .withData("oldestUnsealedSeconds", age)
                .build();
    }

    private long ageInSeconds() {
        return sealing.oldestWaiting().toSeconds();
    }
}
