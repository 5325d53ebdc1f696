package io.throughline.operation.service;

import io.throughline.operation.domain.Overlap;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;

/**
 * A person's wish to have a job run at set times.
 *
 * @param once the one time; or null, and then {@code cron} says when
 * @param cron five fields: minute, hour, day of month, month, day of week
 * @param zone time zone of the five fields; null for UTC
 * @param overlap what is done when a time comes while the job before is not over; null for REFUSE
 * @param changeTemplate number of the template of a standard change; needed for rollouts, and only there
 */
public record NewSchedule(
        @NotBlank @Size(max = 40) String job,
        @Size(max = 20) Map<String, String> parameters,
        Instant once,
        @Size(max = 200) String cron,
        @Size(max = 60) String zone,
        @Size(max = 24) String changeTemplate,
        Overlap overlap) {

    public NewSchedule {
        parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
        overlap = overlap == null ? Overlap.REFUSE : overlap;
    }
}
