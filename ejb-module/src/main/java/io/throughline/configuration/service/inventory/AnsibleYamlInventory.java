package io.throughline.configuration.service.inventory;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** An Ansible inventory in YAML: groups with hosts, vars and children. Nothing is made of it but plain text. */
final class AnsibleYamlInventory implements InventoryReader {

    private static final int DEEPEST = 30;

    @Override
    public List<InventoryEntry> read(String content, ImportProblems problems) {
        AnsibleHosts hosts = new AnsibleHosts(problems);
        Node root = compose(content, problems);
        if (root != null) {
            forEach(root, "inventory", problems, (name, group) -> group(name, group, hosts, problems, 0));
        }
        return hosts.entries();
    }

    private static Node compose(String content, ImportProblems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(10);
        options.setNestingDepthLimit(DEEPEST * 2);
        options.setCodePointLimit(ServerImportService.MOST_CHARACTERS);
        try {
            return new Yaml(new SafeConstructor(options)).compose(new StringReader(content));
        } catch (MarkedYAMLException malformed) {
            int line = malformed.getProblemMark() == null
                    ? 0
                    : malformed.getProblemMark().getLine() + 1;
            problems.add(line, "yaml", "must be well formed: " + malformed.getProblem());
        } catch (YAMLException refused) {
            problems.add(0, "yaml", "must be well formed and within bounds");
        }
        return null;
    }

    private static void group(ScalarNode name, Node group, AnsibleHosts hosts, ImportProblems problems, int depth) {
        if (depth > DEEPEST) {
            problems.add(line(name), name.getValue(), "must not be nested deeper than " + DEEPEST + " groups");
            return;
        }
        hosts.group(name.getValue());
        forEach(group, name.getValue(), problems, (key, value) -> {
            switch (key.getValue()) {
                case "hosts" ->
                    forEach(
                            value,
                            "hosts",
                            problems,
                            (host, variables) -> hosts.host(
                                    line(host), name.getValue(), host.getValue(), texts(variables, problems)));
                case "vars" -> hosts.groupVariables(name.getValue(), texts(value, problems));
                case "children" ->
                    forEach(value, "children", problems, (child, content) -> {
                        hosts.child(name.getValue(), child.getValue());
                        group(child, content, hosts, problems, depth + 1);
                    });
                default -> problems.add(line(key), key.getValue(), "must be hosts, vars or children");
            }
        });
    }

    /** Variables that are plain values; lists and maps say nothing of how a host is reached. */
    private static Map<String, String> texts(Node node, ImportProblems problems) {
        Map<String, String> texts = new LinkedHashMap<>();
        forEach(node, "vars", problems, (key, value) -> {
            if (value instanceof ScalarNode scalar && !Tag.NULL.equals(scalar.getTag())) {
                texts.put(key.getValue(), scalar.getValue());
            }
        });
        return texts;
    }

    private static void forEach(Node node, String field, ImportProblems problems, BiConsumer<ScalarNode, Node> each) {
        if (node instanceof ScalarNode scalar && Tag.NULL.equals(scalar.getTag())) {
            return;
        }
        if (!(node instanceof MappingNode mapping)) {
            problems.add(line(node), field, "must be a map of names");
            return;
        }
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                each.accept(key, entry.getValueNode());
            } else {
                problems.add(line(entry.getKeyNode()), field, "must have plain names");
            }
        }
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
