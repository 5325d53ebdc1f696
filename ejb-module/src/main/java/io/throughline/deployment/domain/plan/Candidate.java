package io.throughline.deployment.domain.plan;

import java.util.Map;

/**
 * A server that the change's envelope holds.
 *
 * @param reachable whether its record says under which login it is changed
 */
public record Candidate(String number, String name, String site, Map<String, String> labels, boolean reachable) {

    public Candidate {
        labels = labels == null ? Map.of() : Map.copyOf(labels);
    }
}
