package io.throughline.configuration.service.inventory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hosts, groups and variables of an Ansible inventory, whatever its notation. Groups become labels; of the variables
 * only those are taken that say how a host is reached, since others may hold secrets.
 */
final class AnsibleHosts {

    /** As many hosts as one pattern may stand for. */
    static final int MOST_OF_RANGE = 10_000;

    private static final Map<String, String> KNOWN_VARIABLES = Map.ofEntries(
            Map.entry("ansible_host", InventoryEntry.ADDRESS),
            Map.entry("ansible_ssh_host", InventoryEntry.ADDRESS),
            Map.entry("ansible_port", InventoryEntry.PORT),
            Map.entry("ansible_ssh_port", InventoryEntry.PORT),
            Map.entry("ansible_user", InventoryEntry.USER),
            Map.entry("ansible_ssh_user", InventoryEntry.USER),
            Map.entry("throughline_site", InventoryEntry.SITE),
            Map.entry("throughline_host_key", InventoryEntry.HOST_KEY),
            Map.entry("throughline_probe_user", InventoryEntry.PROBE_USER),
            Map.entry("throughline_test_server", InventoryEntry.TEST_SERVER),
            Map.entry("throughline_product", InventoryEntry.PRODUCT),
            Map.entry("throughline_version", InventoryEntry.VERSION));

    private static final Set<String> EVERYBODY = Set.of("all", "ungrouped");
    private static final Pattern RANGE = Pattern.compile("\\[([0-9]{1,9}|[a-z]):([0-9]{1,9}|[a-z])(?::([0-9]{1,4}))?]");

    private static final class Group {
        final Map<String, String> variables = new LinkedHashMap<>();
        final Set<String> hosts = new LinkedHashSet<>();
        final Set<String> children = new LinkedHashSet<>();
    }

    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> hostVariables = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final ImportProblems problems;

    AnsibleHosts(ImportProblems problems) {
        this.problems = problems;
    }

    void group(String name) {
        groups.computeIfAbsent(name, unknown -> new Group());
    }

    void child(String parent, String child) {
        group(parent);
        group(child);
        groups.get(parent).children.add(child);
    }

    /**
     * @param group in which the host stands
     * @param pattern name of the host, or of many: {@code ams1-cart-[01:10]}
     */
    void host(int line, String group, String pattern, Map<String, String> variables) {
        group(group);
        for (String name : expand(line, pattern)) {
            if (lines.size() > ServerImportService.MOST_SERVERS) {
                return;
            }
            lines.putIfAbsent(name, line);
            hostVariables
                    .computeIfAbsent(name, unknown -> new LinkedHashMap<>())
                    .putAll(known(variables));
            groups.get(group).hosts.add(name);
        }
    }

    void groupVariables(String group, Map<String, String> variables) {
        group(group);
        groups.get(group).variables.putAll(known(variables));
    }

    private static Map<String, String> known(Map<String, String> variables) {
        Map<String, String> known = new LinkedHashMap<>();
        variables.forEach((name, value) -> {
            if (KNOWN_VARIABLES.containsKey(name)) {
                known.put(KNOWN_VARIABLES.get(name), value);
            }
        });
        return known;
    }

    List<InventoryEntry> entries() {
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        Map<String, Map<String, String>> labels = new LinkedHashMap<>();
        lines.keySet().forEach(host -> {
            values.put(host, new LinkedHashMap<>());
            labels.put(host, new LinkedHashMap<>());
        });
        // Outer groups first, so that the nearer group has the last word, as with Ansible.
        List<String> outerFirst = outerFirst();
        if (groups.containsKey("all")) {
            values.values().forEach(of -> of.putAll(groups.get("all").variables));
        }
        for (String group : outerFirst) {
            for (String host : hostsWithin(group, new LinkedHashSet<>())) {
                values.get(host).putAll(groups.get(group).variables);
                if (!EVERYBODY.contains(group)) {
                    labels.get(host).put(group, InventoryEntry.IN_GROUP);
                }
            }
        }
        List<InventoryEntry> entries = new ArrayList<>();
        lines.forEach((host, line) -> {
            values.get(host).putAll(hostVariables.get(host));
            entries.add(new InventoryEntry(line, host, values.get(host), labels.get(host)));
        });
        return entries;
    }

    private List<String> outerFirst() {
        List<String> innerFirst = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        groups.keySet().forEach(group -> visit(group, new LinkedHashSet<>(), done, innerFirst));
        Collections.reverse(innerFirst);
        return innerFirst;
    }

    private void visit(String group, Set<String> way, Set<String> done, List<String> innerFirst) {
        if (!way.add(group)) {
            problems.add(0, group, "must not be a child of itself");
            return;
        }
        if (done.add(group)) {
            groups.get(group).children.forEach(child -> visit(child, way, done, innerFirst));
            innerFirst.add(group);
        }
        way.remove(group);
    }

    private Set<String> hostsWithin(String group, Set<String> seen) {
        Set<String> hosts = new LinkedHashSet<>();
        if (seen.add(group)) {
            hosts.addAll(groups.get(group).hosts);
            groups.get(group).children.forEach(child -> hosts.addAll(hostsWithin(child, seen)));
        }
        return hosts;
    }

    private List<String> expand(int line, String pattern) {
        Matcher range = RANGE.matcher(pattern);
        if (!range.find()) {
            return List.of(pattern);
        }
        List<String> names = new ArrayList<>();
        for (String item : items(line, range)) {
            names.addAll(expand(line, pattern.substring(0, range.start()) + item + pattern.substring(range.end())));
            if (names.size() > MOST_OF_RANGE) {
                problems.add(line, "name", "must stand for at most " + MOST_OF_RANGE + " hosts");
                return List.of();
            }
        }
        return names;
    }

    private List<String> items(int line, Matcher range) {
        String first = range.group(1);
        String last = range.group(2);
        int step = range.group(3) == null ? 1 : Integer.parseInt(range.group(3));
        boolean letters = first.charAt(0) >= 'a';
        int from = letters ? first.charAt(0) : Integer.parseInt(first);
        int to = letters ? last.charAt(0) : last.charAt(0) >= 'a' ? -1 : Integer.parseInt(last);
        if (step < 1 || to < from || (to - from) / step >= MOST_OF_RANGE || letters != (last.charAt(0) >= 'a')) {
            problems.add(line, "name", "must have a range that counts upwards to at most " + MOST_OF_RANGE + " hosts");
            return List.of();
        }
        List<String> items = new ArrayList<>();
        for (int item = from; item <= to; item += step) {
            items.add(letters ? String.valueOf((char) item) : ("%0" + first.length() + "d").formatted(item));
        }
        return items;
    }
}
