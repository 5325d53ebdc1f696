package io.throughline.scenario.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path into JSON: {@code targets[server=SRV-000007].state}.
 *
 * <ul>
 *   <li>{@code a.b}: member of an object; in a list the element whose name, username or number is {@code b}; {@code size}
 *       of a list
 *   <li>{@code [0]}, {@code [-1]}: element by place, from the end when negative
 *   <li>{@code [a=x]}, {@code [a!=x]}: first element whose member {@code a} is, or is not, {@code x}; a member that is a
 *       list counts if it holds {@code x}
 *   <li>{@code [*]}, {@code [*a=x]}: all elements; what follows is taken of each, and the result is a list
 * </ul>
 */
public final class AnswerPath {

    private static final Pattern SEGMENT = Pattern.compile(
            "\\.?([A-Za-z0-9_$-]+(?: [A-Za-z0-9_$-]+)*)|\\[(-?[0-9]+)]|\\[(\\*?)(?:([A-Za-z0-9_]+)(!?=)([^\\]]*))?]");

    private interface Segment {
        JsonNode of(JsonNode node);
    }

    private final String text;
    private final List<Segment> segments;

    private AnswerPath(String text, List<Segment> segments) {
        this.text = text;
        this.segments = segments;
    }

    /** @throws ExpressionException if the text is no path */
    public static AnswerPath parse(String text) {
        List<Segment> segments = new ArrayList<>();
        Matcher matcher = SEGMENT.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at || matcher.group().equals("[]")) {
                throw new ExpressionException("'" + text + "' is no path: unexpected '" + text.substring(at) + "'");
            }
            segments.add(segment(matcher));
            at = matcher.end();
        }
        if (segments.isEmpty()) {
            throw new ExpressionException("a path is empty");
        }
        return new AnswerPath(text, segments);
    }

    /** What lies there; a missing node if nothing does. */
    public JsonNode of(JsonNode root) {
        JsonNode node = root;
        for (Segment segment : segments) {
            node = segment.of(node);
        }
        return node;
    }

    private static Segment segment(Matcher matcher) {
        if (matcher.group(1) != null) {
            String name = matcher.group(1);
            return node -> member(node, name);
        }
        if (matcher.group(2) != null) {
            int place = Integer.parseInt(matcher.group(2));
            return node -> node.path(place < 0 ? node.size() + place : place);
        }
        String member = matcher.group(4);
        boolean wanted = !"!=".equals(matcher.group(5));
        String value = matcher.group(6);
        if (matcher.group(3).isEmpty()) {
            return node -> first(node, member, value, wanted);
        }
        return node -> {
            if (node.isMissingNode()) {
                return node;
            }
            Many all = new Many();
            node.forEach(element -> {
                if (member == null || holds(element.path(member), value) == wanted) {
                    all.add(element);
                }
            });
            return all;
        };
    }

    /** A list that came of {@code [*]}: what follows in the path is taken of each element. */
    private static final class Many extends ArrayNode {
        private static final long serialVersionUID = 1L;

        Many() {
            super(JsonNodeFactory.instance);
        }
    }

    private static JsonNode member(JsonNode node, String name) {
        if (node instanceof Many many) {
            if (name.equals("size")) {
                return JsonNodeFactory.instance.numberNode(many.size());
            }
            Many members = new Many();
            many.forEach(element -> {
                JsonNode member = member(element, name);
                if (!member.isMissingNode()) {
                    members.add(member);
                }
            });
            return members;
        }
        if (node.isArray()) {
            for (String key : List.of("name", "username", "number")) {
                JsonNode found = first(node, key, name, true);
                if (!found.isMissingNode()) {
                    return found;
                }
            }
            return name.equals("size") ? JsonNodeFactory.instance.numberNode(node.size()) : MissingNode.getInstance();
        }
        return node.path(name);
    }

    private static JsonNode first(JsonNode node, String member, String value, boolean wanted) {
        for (JsonNode element : node) {
            if (holds(element.path(member), value) == wanted) {
                return element;
            }
        }
        return MissingNode.getInstance();
    }

    private static boolean holds(JsonNode member, String value) {
        if (member.isArray()) {
            for (JsonNode element : member) {
                if (element.asText().equals(value)) {
                    return true;
                }
            }
            return false;
        }
        return !member.isMissingNode() && member.asText().equals(value);
    }

    @Override
    public String toString() {
        return text;
    }
}
