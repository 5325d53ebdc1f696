package io.throughline.deployment.domain.plan;

import java.util.Map;

/** A server that the change's envelope holds. */
public record Candidate(String number, String name, String site, Map<String, String> labels) {

    public Candidate {
        labels = labels == null ? Map.of() : Map.copyOf(labels);
    }
}
