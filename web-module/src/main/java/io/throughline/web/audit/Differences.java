package io.throughline.web.audit;

import io.throughline.audit.proof.BrokenProof;
import io.throughline.audit.proof.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What a record changed: each fact that is not the same before and after. */
@Named
@ApplicationScoped
public class Differences {

    /** One fact; null where there was none. */
    public record Difference(String name, String before, String after) {}

    public List<Difference> of(String content) {
        List<Difference> differences = new ArrayList<>();
        try {
            Map<String, Object> record = Json.object(content);
            Map<?, ?> before = side(record, "before");
            Map<?, ?> after = side(record, "after");
            TreeSet<String> names = new TreeSet<>();
            before.keySet().forEach(name -> names.add(String.valueOf(name)));
            after.keySet().forEach(name -> names.add(String.valueOf(name)));
            for (String name : names) {
                if (!Objects.equals(before.get(name), after.get(name))) {
                    differences.add(new Difference(name, text(before.get(name)), text(after.get(name))));
                }
            }
        } catch (BrokenProof tampered) {
            return List.of();
        }
        return differences;
    }

    private static Map<?, ?> side(Map<String, Object> record, String name) {
        return record.get(name) instanceof Map<?, ?> facts ? facts : Map.of();
    }

    /** A commitment tells nothing to people. */
    private static String text(Object value) {
        return value == null
                ? null
                : value instanceof Map<?, ?> map && map.containsKey("commitment") ? "•••" : value.toString();
    }
}
