package io.throughline.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/** The portal's words: labels by a field's id, names of states and verbs. What has no entry is spelled out from its name. */
@Named("text")
@ApplicationScoped
public class Texts {

    private final ResourceBundle bundle = ResourceBundle.getBundle("io.throughline.web.messages");

    public String label(String id) {
        String last = id.substring(id.lastIndexOf('_') + 1);
        return find("field." + id).or(() -> find("field." + last)).orElseGet(() -> spelled(last));
    }

    /** Explains a field; null when it needs no explanation. */
    public String hint(String id) {
        return find("hint." + id).orElse(null);
    }

    public String verb(Object verb) {
        return verb == null ? "" : find("verb." + verb).orElseGet(() -> spelled(verb.toString()));
    }

    /** What the verb does, in one sentence; null when its name says it all. */
    public String verbHint(Object verb) {
        return find("verb." + verb + ".hint").orElse(null);
    }

    /** The name of a constant, of any enum: by its type first, since two enums may share a word. */
    public String name(Object constant) {
        if (constant == null) {
            return "";
        }
        String type =
                constant instanceof Enum<?> known ? known.getDeclaringClass().getSimpleName() + "." : "";
        return find("name." + type + constant)
                .or(() -> find("name." + constant))
                .orElseGet(() -> spelled(constant.toString()));
    }

    public String get(String key, Object... values) {
        return find(key)
                .map(text -> values.length == 0 ? text : text.formatted(values))
                .orElse(key);
    }

    Optional<String> find(String key) {
        try {
            return Optional.of(bundle.getString(key));
        } catch (MissingResourceException absent) {
            return Optional.empty();
        }
    }

    /** {@code IN_DIAGNOSIS} and {@code inDiagnosis} become "In diagnosis". */
    static String spelled(String name) {
        String words = name.equals(name.toUpperCase())
                ? name.replace('_', ' ').toLowerCase()
                : name.replace('_', ' ')
                        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                        .toLowerCase();
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
