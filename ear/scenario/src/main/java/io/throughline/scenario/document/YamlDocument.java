package io.throughline.scenario.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML file as a tree that knows which line each of its nodes came from.
 *
 * <p>Only plain data is taken: no tags of one's own, no merge keys, no key twice. Dates and times stay the texts they are.
 */
public final class YamlDocument {

    private final Path file;
    private final JsonNode root;
    private final Map<String, Integer> lines;

    private YamlDocument(Path file, JsonNode root, Map<String, Integer> lines) {
        this.file = file;
        this.root = root;
        this.lines = lines;
    }

    /** @throws ScenarioErrors if the file is missing, is no YAML or holds more than plain data */
    public static YamlDocument read(Path file) throws ScenarioErrors {
        try (Reader reader = Files.newBufferedReader(file)) {
            Node node = new Yaml(new LoaderOptions()).compose(reader);
            if (node == null) {
                throw failure(0, "the file is empty");
            }
            Composer composer = new Composer();
            JsonNode root = composer.convert(node, "");
            if (!composer.errors.isEmpty()) {
                throw new ScenarioErrors(composer.errors);
            }
            return new YamlDocument(file, root, composer.lines);
        } catch (NoSuchFileException e) {
            throw failure(0, "there is no file " + file.toAbsolutePath());
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw failure(line, "this is no YAML: " + e.getProblem());
        } catch (YAMLException | IOException e) {
            throw failure(0, "the file cannot be read: " + e.getMessage());
        }
    }

    private static ScenarioErrors failure(int line, String message) {
        return new ScenarioErrors(List.of(new ScenarioError(line, "", message)));
    }

    public Path file() {
        return file;
    }

    public JsonNode root() {
        return root;
    }

    /** An error at a place in the document; the line is that of the nearest node that has one. */
    public ScenarioError error(String path, String message) {
        String known = path;
        while (!lines.containsKey(known) && known.contains("/")) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return new ScenarioError(lines.getOrDefault(known, 0), path, message);
    }

    private static final class Composer {
        private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
        private final Map<String, Integer> lines = new HashMap<>();
        private final List<ScenarioError> errors = new ArrayList<>();

        JsonNode convert(Node node, String path) {
            lines.put(path, node.getStartMark().getLine() + 1);
            if (node instanceof MappingNode mapping) {
                return mapping(mapping, path);
            }
            if (node instanceof SequenceNode sequence) {
                ArrayNode array = JSON.arrayNode();
                for (Node item : sequence.getValue()) {
                    array.add(convert(item, path + '/' + array.size()));
                }
                return array;
            }
            return scalar((ScalarNode) node, path);
        }

        private ObjectNode mapping(MappingNode mapping, String path) {
            ObjectNode object = JSON.objectNode();
            for (NodeTuple entry : mapping.getValue()) {
                int line = entry.getKeyNode().getStartMark().getLine() + 1;
                if (!(entry.getKeyNode() instanceof ScalarNode key)
                        || key.getTag().equals(Tag.MERGE)) {
                    errors.add(new ScenarioError(line, path, "a key must be a plain text"));
                    continue;
                }
                String name = key.getValue();
                String inner = path + '/' + name.replace("~", "~0").replace("/", "~1");
                if (object.has(name)) {
                    errors.add(new ScenarioError(line, inner, "the key is there twice"));
                }
                object.set(name, convert(entry.getValueNode(), inner));
                lines.put(inner, line);
            }
            return object;
        }

        private JsonNode scalar(ScalarNode scalar, String path) {
            String text = scalar.getValue();
            Tag tag = scalar.getTag();
            try {
                if (tag.equals(Tag.NULL)) {
                    return JSON.nullNode();
                }
                if (tag.equals(Tag.BOOL)) {
                    return JSON.booleanNode(List.of("true", "yes", "on").contains(text.toLowerCase(Locale.ROOT)));
                }
                if (tag.equals(Tag.INT) && text.matches("[-+]?[0-9]+")) {
                    return number(new BigInteger(text));
                }
                if (tag.equals(Tag.FLOAT)) {
                    return JSON.numberNode(new BigDecimal(text.replace("_", "")));
                }
            } catch (NumberFormatException e) {
                return JSON.textNode(text);
            }
            if (!tag.startsWith(Tag.PREFIX)) {
                errors.add(new ScenarioError(lines.get(path), path, "the tag " + tag + " is not allowed"));
            }
            return JSON.textNode(text);
        }

        private static JsonNode number(BigInteger value) {
            return value.bitLength() < 63 ? JSON.numberNode(value.longValue()) : JSON.numberNode(value);
        }
    }
}
