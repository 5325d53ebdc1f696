package io.throughline.deployment.domain.forecast;

import java.time.Duration;
import java.time.Instant;

/** One server that was worked on: from the stored intent to the recorded answer, whatever the answer was. */
public record Work(Instant begun, Instant ended) {

    Duration length() {
        return Duration.between(begun, ended);
    }
}
