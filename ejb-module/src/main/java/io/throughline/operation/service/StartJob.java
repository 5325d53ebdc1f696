package io.throughline.operation.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * A person's wish to start a job.
 *
 * @param job its name, such as {@code configuration-audit}
 * @param parameters by name; null for none
 */
public record StartJob(
        @NotBlank @Size(max = 40) String job,
        @Size(max = 20) Map<String, String> parameters) {

    public StartJob {
        parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
    }
}
