package io.throughline.web.page;

import io.throughline.kernel.domain.refusal.Invalid;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values by name, typed one to a line: {@code name=value}. */
public final class Pairs {

    private Pairs() {}

    /**
     * @param typed null for none
     * @throws Invalid if a line has no name
     */
    public static Map<String, String> of(String field, String typed) {
        Map<String, String> pairs = new TreeMap<>();
        for (String line : typed == null ? List.<String>of() : typed.lines().toList()) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw Invalid.field(field, "must have lines of the form name=value");
            }
            pairs.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        }
        return pairs;
    }
}
