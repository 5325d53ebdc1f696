package io.throughline.web.configuration;

import io.throughline.configuration.service.ImpactView;
import io.throughline.kernel.domain.RecordKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The impact graph laid out for an SVG: a column for each kind, from servers to people, and a line for each relation.
 * A column shows a bounded number of things and says how many more there are.
 */
public final class ImpactDrawing {

    private static final List<RecordKind> COLUMNS = List.of(
            RecordKind.SERVER, RecordKind.SERVICE, RecordKind.APPLICATION, RecordKind.ORGANISATION, RecordKind.PERSON);
    private static final int MOST = 24;
    private static final int COLUMN = 215;
    private static final int BOX = 165;
    private static final int ROW = 32;
    private static final int HEAD = 34;

    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> edges = new LinkedHashSet<>();
    private final Map<String, Node> places = new HashMap<>();
    private final int width;
    private int height = HEAD + ROW;

    /** A box: what it stands for and where it is. {@code number} is null for a box that counts the rest. */
    public record Node(String number, String label, RecordKind kind, boolean inScope, int x, int y) {

        public int textX() {
            return x + 9;
        }

        public int textY() {
            return y + 16;
        }

        public int width() {
            return BOX;
        }
    }

    public ImpactDrawing(ImpactView.Graph graph) {
        int column = 0;
        int rows = COLUMNS.stream()
                .mapToInt(kind -> (int) Math.min(
                        MOST,
                        graph.nodes().stream()
                                .filter(node -> node.kind() == kind)
                                .count()))
                .max()
                .orElse(1);
        for (RecordKind kind : COLUMNS) {
            List<ImpactView.Node> ofKind = graph.nodes().stream()
                    .filter(node -> node.kind() == kind)
                    .sorted(Comparator.comparing(ImpactView.Node::name))
                    .toList();
            if (!ofKind.isEmpty()) {
                place(ofKind, kind, 12 + column * COLUMN, (rows - Math.min(MOST, ofKind.size())) * ROW / 2);
                column++;
            }
        }
        width = Math.max(column, 1) * COLUMN - (COLUMN - BOX) + 24;
        graph.edges().forEach(edge -> connect(places.get(edge.from()), places.get(edge.to())));
    }

    /**
     * @param down how far from the top, so that the column stands in the middle
     */
    private void place(List<ImpactView.Node> ofKind, RecordKind kind, int x, int down) {
        int shown = ofKind.size() > MOST ? MOST - 1 : ofKind.size();
        for (int i = 0; i < ofKind.size(); i++) {
            ImpactView.Node node = ofKind.get(i);
            int y = HEAD + down + Math.min(i, shown) * ROW;
            Node box = i < shown
                    ? new Node(node.number(), shortened(node.name()), kind, node.inScope(), x, y)
                    : new Node(null, "and %d more".formatted(ofKind.size() - shown), kind, false, x, y);
            if (i <= shown) {
                nodes.add(box);
            }
            places.put(node.number(), box);
            height = Math.max(height, y + ROW);
        }
    }

    private void connect(Node one, Node other) {
        if (one == null || other == null || one.x() == other.x()) {
            return;
        }
        Node left = one.x() < other.x() ? one : other;
        Node right = left == one ? other : one;
        int x1 = left.x() + BOX;
        int y1 = left.y() + 12;
        int x2 = right.x();
        int y2 = right.y() + 12;
        int middle = (x1 + x2) / 2;
        edges.add("M%d %d C%d %d %d %d %d %d".formatted(x1, y1, middle, y1, middle, y2, x2, y2));
    }

    private static String shortened(String name) {
        return name.length() <= 22 ? name : name.substring(0, 21) + "…";
    }

    public List<Node> getNodes() {
        return nodes;
    }

    public List<String> getEdges() {
        return List.copyOf(edges);
    }

    /** The first box of each column, above which its kind is written. */
    public List<Node> getHeads() {
        return List.copyOf(nodes.stream()
                .collect(Collectors.toMap(Node::x, node -> node, (first, later) -> first, LinkedHashMap::new))
                .values());
    }

    public int getWidth() {
        return width;
    }

    public int getHeight() {
        return height;
    }
}
