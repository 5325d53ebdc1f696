package io.throughline.scenario.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A loop: {@code forEach: {site: [ams1, fra1], n: 1..10}} is twenty rounds, the last variable turning fastest.
 *
 * <p>A variable runs over a list, over a range {@code 1..10}, or over a list that an expression gives; the expression may
 * use the variables before it.
 */
public final class Loop {

    private static final Pattern RANGE = Pattern.compile("(-?[0-9]{1,9})\\.\\.(-?[0-9]{1,9})");
    private static final int ROUNDS_AT_MOST = 200_000;

    private Loop() {}

    /**
     * The rounds, each with its variables; one round without variables if there is no loop.
     *
     * @param forEach the loop, or null
     * @throws ExpressionException if a variable runs over no list or there would be too many rounds
     */
    public static List<Variables> rounds(JsonNode forEach, Variables variables) {
        if (forEach == null || forEach.isMissingNode()) {
            return List.of(variables);
        }
        List<Map<String, JsonNode>> rounds = List.of(Map.of());
        for (Map.Entry<String, JsonNode> variable : forEach.properties()) {
            List<Map<String, JsonNode>> more = new ArrayList<>();
            for (Map<String, JsonNode> round : rounds) {
                for (JsonNode value : values(variable.getKey(), variable.getValue(), variables.round(round))) {
                    Map<String, JsonNode> extended = new LinkedHashMap<>(round);
                    extended.put(variable.getKey(), value);
                    more.add(extended);
                }
                if (more.size() > ROUNDS_AT_MOST) {
                    throw new ExpressionException("a loop has at most " + ROUNDS_AT_MOST + " rounds");
                }
            }
            rounds = more;
        }
        return rounds.stream().map(variables::round).toList();
    }

    /** True if a variable can run over this: a list, a range, or something that only shows while it is played. */
    public static boolean mayRunOver(JsonNode over) {
        return over.isArray()
                || over.asText().contains("${")
                || RANGE.matcher(over.asText()).matches();
    }

    private static List<JsonNode> values(String name, JsonNode over, Variables variables) {
        List<JsonNode> values = new ArrayList<>();
        if (over.isArray()) {
            over.forEach(value -> values.add(Template.fill(value, variables)));
            return values;
        }
        String text = over.asText();
        Matcher range = RANGE.matcher(text.contains("..") ? Template.text(text, variables) : text);
        if (range.matches()) {
            int from = Integer.parseInt(range.group(1));
            int to = Integer.parseInt(range.group(2));
            if ((long) to - from >= ROUNDS_AT_MOST) {
                throw new ExpressionException("a loop has at most " + ROUNDS_AT_MOST + " rounds");
            }
            for (int n = from; n <= to; n++) {
                values.add(JsonNodeFactory.instance.numberNode(n));
            }
            return values;
        }
        Optional<JsonNode> list = Template.value(text, variables);
        if (list.isPresent() && list.get().isArray()) {
            list.get().forEach(values::add);
            return values;
        }
        throw new ExpressionException("forEach " + name
                + " must run over a list, a range like 1..10 or an expression that is a list, not " + over);
    }
}
