package io.throughline.configuration.service.inventory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Ansible inventory in INI notation: {@code [group]}, {@code [group:vars]}, {@code [group:children]}. */
final class AnsibleIniInventory implements InventoryReader {

    private static final Pattern SECTION =
            Pattern.compile("\\[([A-Za-z0-9_.-]+)(?::(vars|children|hosts))?]\\s*(?:[#;].*)?");
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

    @Override
    public List<InventoryEntry> read(String content, ImportProblems problems) {
        AnsibleHosts hosts = new AnsibleHosts(problems);
        String group = "ungrouped";
        String kind = "hosts";
        int number = 0;
        for (String raw : content.split("\\R", -1)) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            Matcher section = SECTION.matcher(line);
            if (section.matches()) {
                group = section.group(1);
                kind = section.group(2) == null ? "hosts" : section.group(2);
                hosts.group(group);
            } else if (line.startsWith("[") && !line.contains("=")) {
                problems.add(number, "section", "must be [group], [group:vars] or [group:children]");
            } else {
                switch (kind) {
                    case "vars" -> variable(number, group, line, hosts, problems);
                    case "children" -> hosts.child(group, words(line).get(0));
                    default -> host(number, group, line, hosts, problems);
                }
            }
        }
        return hosts.entries();
    }

    private static void variable(int number, String group, String line, AnsibleHosts hosts, ImportProblems problems) {
        int equals = line.indexOf('=');
        if (equals < 1) {
            problems.add(number, "variable", "must be of the form name=value");
            return;
        }
        hosts.groupVariables(
                group,
                Map.of(
                        line.substring(0, equals).strip(),
                        unquoted(line.substring(equals + 1).strip())));
    }

    private static void host(int number, String group, String line, AnsibleHosts hosts, ImportProblems problems) {
        List<String> words = words(line);
        Map<String, String> variables = new LinkedHashMap<>();
        for (String word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                problems.add(number, "variable", "must be of the form name=value, with quotes closed");
            } else {
                variables.put(word.substring(0, equals), unquoted(word.substring(equals + 1)));
            }
        }
        hosts.host(number, group, words.get(0), variables);
    }

    /** The words of a line up to a comment; never empty. */
    private static List<String> words(String line) {
        List<String> words = WORD.matcher(line)
                .results()
                .map(result -> result.group())
                .takeWhile(word -> !word.startsWith("#"))
                .toList();
        return words.isEmpty() ? List.of(line) : words;
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
