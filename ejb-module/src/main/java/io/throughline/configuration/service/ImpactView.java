package io.throughline.configuration.service;

import io.throughline.configuration.domain.RelationType;
import io.throughline.kernel.domain.RecordKind;
import java.util.List;

/**
 * What a change of some things would touch, and why.
 *
 * @param scope numbers of the things that would be changed
 * @param hits what else is concerned, nearest first
 * @param graph the same as nodes and edges, for drawing
 */
public record ImpactView(List<String> scope, List<Hit> hits, Graph graph) {

    /**
     * One thing that is concerned.
     *
     * @param path how the disturbance gets there, from a thing of the scope on
     */
    public record Hit(String number, RecordKind kind, String name, List<Step> path) {}

    /**
     * One relation on the way, in the direction in which the disturbance spreads: for USES from the service to the
     * application that uses it.
     */
    public record Step(String from, String fromName, RelationType relation, String to, String toName) {}

    public record Graph(List<Node> nodes, List<Edge> edges) {}

    /**
     * @param inScope whether it would itself be changed
     */
    public record Node(String number, RecordKind kind, String name, boolean inScope) {}

    public record Edge(String from, String to, RelationType relation) {}

    public List<Hit> hits(RecordKind kind) {
        return hits.stream().filter(hit -> hit.kind() == kind).toList();
    }
}
