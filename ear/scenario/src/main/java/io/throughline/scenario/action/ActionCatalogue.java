package io.throughline.scenario.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.throughline.scenario.action.ActionDefinition.Sends;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** All actions that have a name. */
public final class ActionCatalogue {

    private final Map<String, ActionDefinition> actions = new TreeMap<>();

    private ActionCatalogue() {}

    /** The catalogue that comes with the player. */
    public static ActionCatalogue shipped() {
        try (InputStream in = ActionCatalogue.class.getResourceAsStream("/actions.yaml")) {
            ActionCatalogue catalogue = new ActionCatalogue();
            for (Map.Entry<String, JsonNode> entry : read(in).properties()) {
                Sends sends = Sends.valueOf(
                        entry.getValue().path("sends").asText("json").toUpperCase(Locale.ROOT));
                catalogue.actions.put(
                        entry.getKey(),
                        ActionDefinition.parse(entry.getValue().path("call").asText(), sends));
            }
            return catalogue;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(InputStream in) {
        return JsonMapper.builder().build().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
    }

    public Optional<ActionDefinition> find(String name) {
        return Optional.ofNullable(actions.get(name));
    }

    public Set<String> names() {
        return actions.keySet();
    }

    /** Names that somebody who wrote this one may have meant. */
    public List<String> like(String name) {
        String subject = name.contains(".") ? name.substring(0, name.indexOf('.') + 1) : name;
        List<String> same = actions.keySet().stream()
                .filter(known -> known.startsWith(subject))
                .toList();
        return same.isEmpty()
                ? actions.keySet().stream()
                        .sorted(Comparator.comparingInt(known -> distance(known, name)))
                        .limit(5)
                        .toList()
                : same;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
