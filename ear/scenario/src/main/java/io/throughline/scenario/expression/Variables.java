package io.throughline.scenario.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a scenario knows by name while it is played. A loop gives each of its rounds variables of its own; what a step saves
 * is known to all that follow. Rounds that run at once may save under the same name: each goes on with what it saved itself.
 */
public final class Variables {

    private final Variables outer;
    private final ObjectNode values = JsonNodeFactory.instance.objectNode();
    private final Instant start;
    private final Supplier<Instant> now;

    public Variables(Instant start, Supplier<Instant> now) {
        this.outer = null;
        this.start = start;
        this.now = now;
    }

    private Variables(Variables outer) {
        this.outer = outer;
        this.start = outer.start;
        this.now = outer.now;
    }

    /** Variables of one round of a loop. */
    public Variables round(Map<String, JsonNode> own) {
        Variables inner = new Variables(this);
        inner.values.setAll(own);
        return inner;
    }

    public Instant start() {
        return start;
    }

    public Instant now() {
        return now.get();
    }

    public void set(String name, JsonNode value) {
        for (Variables scope = this; scope != null; scope = scope.outer) {
            scope.put(name, value);
        }
    }

    /** Saves under a name, or appends to a list if the name ends with {@code []}. */
    public void save(String name, JsonNode value) {
        if (!name.endsWith("[]")) {
            set(name, value);
            return;
        }
        Variables root = root();
        synchronized (root) {
            String list = name.substring(0, name.length() - 2);
            JsonNode known = root.values.get(list);
            ArrayNode array = known instanceof ArrayNode existing ? existing : root.values.putArray(list);
            array.add(value);
        }
    }

    private synchronized void put(String name, JsonNode value) {
        values.set(name, value);
    }

    private Variables root() {
        return outer == null ? this : outer.root();
    }

    /** @throws ExpressionException if there is no such variable or nothing at the path below it */
    public JsonNode get(String path) {
        JsonNode found = find(path);
        if (found.isMissingNode()) {
            throw new ExpressionException("${" + path + "} has no value");
        }
        return found;
    }

    /** What the path leads to; a missing node if there is nothing. */
    public JsonNode find(String path) {
        AnswerPath parsed = AnswerPath.parse(path);
        for (Variables scope = this; scope != null; scope = scope.outer) {
            synchronized (scope) {
                JsonNode found = parsed.of(scope.values);
                if (!found.isMissingNode()) {
                    return found;
                }
            }
        }
        return MissingNode.getInstance();
    }
}
