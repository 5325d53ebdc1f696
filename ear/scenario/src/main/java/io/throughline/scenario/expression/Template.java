package io.throughline.scenario.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in {@code ${…}}.
 *
 * <p>A text that is one expression becomes what the expression is, also a list or an object; within a longer text it becomes
 * text. Two dollar signs before the brace leave it as it is. {@code ${n:02}} pads a number with zeros. A record stands for its number. A text that is a relative time as a whole
 * becomes that time.
 */
public final class Template {

    private static final Pattern EXPRESSION = Pattern.compile("(?<!\\$)\\$\\{([^{}]*)}");
    private static final Pattern NESTED = Pattern.compile("((?<!\\$)\\$\\{[^{}]*)\\$\\{([^{}]*)}");
    private static final Pattern FORMATTED = Pattern.compile("(.*):0?([0-9]{1,2})");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Template() {}

    /** Everything filled in, in a copy. */
    public static JsonNode fill(JsonNode node, Variables variables) {
        if (node instanceof ObjectNode object) {
            ObjectNode filled = JSON.objectNode();
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                filled.set(text(member.getKey(), variables), fill(member.getValue(), variables));
            }
            return filled;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode filled = JSON.arrayNode();
            array.forEach(element -> filled.add(fill(element, variables)));
            return filled;
        }
        return node.isTextual() ? fill(node.textValue(), variables) : node;
    }

    /** A text filled in; what it becomes need not be a text. */
    public static JsonNode fill(String text, Variables variables) {
        Optional<JsonNode> time = TimeText.resolve(text, false, variables.start(), variables.now())
                .map(instant -> JSON.textNode(instant.toString()));
        if (time.isPresent()) {
            return time.get();
        }
        String flat = flat(text, variables);
        Matcher matcher = EXPRESSION.matcher(flat);
        if (matcher.matches()) {
            return reduced(evaluate(matcher.group(1), variables));
        }
        return JSON.textNode(text(flat, variables));
    }

    /** What a text that is one expression stands for, records not reduced; empty when it is no expression. */
    static Optional<JsonNode> value(String text, Variables variables) {
        Matcher matcher = EXPRESSION.matcher(flat(text, variables));
        return matcher.matches() ? Optional.of(evaluate(matcher.group(1), variables)) : Optional.empty();
    }

    /** With expressions inside expressions filled in: {@code ${calls[person=${anna}]}}. */
    private static String flat(String text, Variables variables) {
        String flat = text;
        for (Matcher nested = NESTED.matcher(flat); nested.find(); nested = NESTED.matcher(flat)) {
            String inner = asText(evaluate(nested.group(2), variables));
            flat = flat.substring(0, nested.start()) + nested.group(1) + inner + flat.substring(nested.end());
        }
        return flat;
    }

    private static String asText(JsonNode value) {
        JsonNode plain = reduced(value);
        return plain.isValueNode() ? plain.asText() : plain.toString();
    }

    /** A text filled in that stays a text. */
    public static String text(String text, Variables variables) {
        Matcher matcher = EXPRESSION.matcher(flat(text, variables));
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(filled, Matcher.quoteReplacement(asText(evaluate(matcher.group(1), variables))));
        }
        matcher.appendTail(filled);
        return filled.toString().replace("$${", "${");
    }

    /** What one expression is, records not reduced to their numbers. */
    public static JsonNode evaluate(String expression, Variables variables) {
        String trimmed = expression.strip();
        Optional<JsonNode> time = TimeText.resolve(trimmed, true, variables.start(), variables.now())
                .map(instant -> JSON.textNode(instant.toString()));
        if (time.isPresent()) {
            return time.get();
        }
        Matcher formatted = FORMATTED.matcher(trimmed);
        if (formatted.matches()) {
            JsonNode value = variables.get(formatted.group(1));
            if (!value.isIntegralNumber()) {
                throw new ExpressionException("${" + expression + "}: " + value + " is not a whole number");
            }
            return JSON.textNode(String.format("%0" + Integer.parseInt(formatted.group(2)) + "d", value.longValue()));
        }
        return variables.get(trimmed);
    }

    private static JsonNode reduced(JsonNode value) {
        return value.isObject() && value.has("number") && value.has("version") ? value.get("number") : value;
    }

    /** The expressions in a text, without the braces. */
    public static List<String> expressions(String text) {
        List<String> found = new ArrayList<>();
        String flat = text;
        for (Matcher nested = NESTED.matcher(flat); nested.find(); nested = NESTED.matcher(flat)) {
            found.add(nested.group(2).strip());
            flat = flat.substring(0, nested.start()) + nested.group(1) + "x" + flat.substring(nested.end());
        }
        Matcher matcher = EXPRESSION.matcher(flat);
        while (matcher.find()) {
            found.add(matcher.group(1).strip());
        }
        return found;
    }

    /**
     * Name of the variable an expression begins with; empty for a time.
     *
     * @throws ExpressionException if it cannot be understood
     */
    public static Optional<String> variable(String expression) {
        if (TimeText.isRelative(expression, true)) {
            return Optional.empty();
        }
        Matcher formatted = FORMATTED.matcher(expression);
        String path = formatted.matches() ? formatted.group(1) : expression;
        AnswerPath.parse(path);
        return Optional.of(path.split("[.\\[]", 2)[0]);
    }
}
