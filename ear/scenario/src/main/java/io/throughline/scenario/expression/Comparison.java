package io.throughline.scenario.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Compares what is seen with what is wanted. A plain value must be equal, texts and numbers by what they say; a list must be
 * equal element by element; an object with the words below is a condition, all of which must hold.
 */
public final class Comparison {

    /** The words a condition may use. */
    public static final Set<String> WORDS =
            Set.of("is", "not", "atLeast", "atMost", "contains", "matches", "oneOf", "size", "exists");

    private Comparison() {}

    /** True if the object is a condition rather than a value. */
    public static boolean isCondition(JsonNode wanted) {
        if (!wanted.isObject() || wanted.isEmpty()) {
            return false;
        }
        for (Map.Entry<String, JsonNode> member : wanted.properties()) {
            if (!WORDS.contains(member.getKey())) {
                return false;
            }
        }
        return true;
    }

    /** @param seen what is there, or a missing node */
    public static boolean holds(JsonNode wanted, JsonNode seen) {
        if (isCondition(wanted)) {
            for (Map.Entry<String, JsonNode> condition : wanted.properties()) {
                if (!holds(condition.getKey(), condition.getValue(), seen)) {
                    return false;
                }
            }
            return true;
        }
        return equal(wanted, seen);
    }

    private static boolean holds(String word, JsonNode wanted, JsonNode seen) {
        return switch (word) {
            case "is" -> equal(wanted, seen);
            case "not" -> !holds(wanted, seen);
            case "atLeast" -> compare(seen, wanted) != null && compare(seen, wanted) >= 0;
            case "atMost" -> compare(seen, wanted) != null && compare(seen, wanted) <= 0;
            case "contains" -> contains(wanted, seen);
            case "matches" -> seen.isValueNode() && matches(wanted.asText(), seen.asText());
            case "oneOf" -> anyEqual(wanted, seen);
            case "size" -> (seen.isArray() || seen.isObject()) && holds(wanted, number(seen.size()));
            case "exists" -> (seen.isMissingNode() || seen.isNull()) != wanted.asBoolean();
            default -> false;
        };
    }

    private static JsonNode number(int size) {
        return IntNode.valueOf(size);
    }

    private static boolean contains(JsonNode wanted, JsonNode seen) {
        if (seen.isArray()) {
            for (JsonNode element : seen) {
                if (holds(wanted, element)) {
                    return true;
                }
            }
            return false;
        }
        return seen.isValueNode() && seen.asText().contains(wanted.asText());
    }

    private static boolean anyEqual(JsonNode wanted, JsonNode seen) {
        for (JsonNode choice : wanted) {
            if (equal(choice, seen)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(pattern, Pattern.DOTALL).matcher(text).find();
        } catch (PatternSyntaxException e) {
            throw new ExpressionException("'" + pattern + "' is no regular expression: " + e.getDescription());
        }
    }

    private static boolean equal(JsonNode wanted, JsonNode seen) {
        if (wanted.isArray()) {
            if (!seen.isArray() || seen.size() != wanted.size()) {
                return false;
            }
            for (int n = 0; n < wanted.size(); n++) {
                if (!holds(wanted.get(n), seen.get(n))) {
                    return false;
                }
            }
            return true;
        }
        if (wanted.isObject()) {
            for (Map.Entry<String, JsonNode> member : wanted.properties()) {
                if (!holds(member.getValue(), seen.path(member.getKey()))) {
                    return false;
                }
            }
            return seen.isObject();
        }
        if (wanted.isNull()) {
            return seen.isNull() || seen.isMissingNode();
        }
        if (wanted.isTextual() && seen.isTextual()) {
            return wanted.textValue().equals(seen.textValue());
        }
        Integer order = compare(seen, wanted);
        return order != null ? order == 0 : seen.isValueNode() && seen.asText().equals(wanted.asText());
    }

    /** Order of two numbers, or of two texts that are numbers or times; null if they are neither. */
    private static Integer compare(JsonNode a, JsonNode b) {
        if (!a.isValueNode() || !b.isValueNode()) {
            return null;
        }
        try {
            return new BigDecimal(a.asText()).compareTo(new BigDecimal(b.asText()));
        } catch (NumberFormatException e) {
            boolean times =
                    a.asText().matches("\\d{4}-\\d\\d-\\d\\dT.*") && b.asText().matches("\\d{4}-\\d\\d-\\d\\dT.*");
            return times ? Integer.valueOf(Instant.parse(a.asText()).compareTo(Instant.parse(b.asText()))) : null;
        }
    }
}
