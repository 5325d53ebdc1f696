package io.throughline.kernel.activity;

import io.throughline.kernel.domain.refusal.Invalid;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The word sets in which activities are named: the framework's earlier and later edition, and any other that is listed
 * in {@code words/sets.properties} and has a file of its own beside it. A set is data; no code knows one by name.
 */
public final class WordSets {

    /** Names the set that is used where nobody chose one. */
    public static final String OPTION = "throughline.edition";

    private static final WordSets SHIPPED = load(System.getProperty(OPTION));

    private final Map<String, Map<Activity, Words>> sets = new LinkedHashMap<>();
    private String standard;

    private WordSets() {}

    public static WordSets shipped() {
        return SHIPPED;
    }

    /** Names of all sets, as {@code ?edition=} takes them. */
    public List<String> editions() {
        return List.copyOf(sets.keySet());
    }

    /** The set used where nobody chose one. */
    public String standard() {
        return standard;
    }

    /**
     * @throws Invalid when no set has that name
     */
    public Words words(String edition, Activity activity) {
        String chosen = edition == null || edition.isBlank() ? standard : edition;
        Map<Activity, Words> set = sets.get(chosen);
        if (set == null) {
            throw Invalid.field("edition", "must be one of " + String.join(", ", sets.keySet()));
        }
        return set.get(activity);
    }

    /**
     * @param standard name of the set that is used where nobody chose one; null or empty for the product's own choice
     * @throws IllegalStateException when no set has that name
     */
    static WordSets load(String standard) {
        Properties index = properties("sets");
        WordSets loaded = new WordSets();
        loaded.standard = standard == null || standard.isBlank() ? index.getProperty("standard") : standard;
        for (String name : index.getProperty("sets").split(",")) {
            Properties texts = properties(name.strip());
            Map<Activity, Words> set = new EnumMap<>(Activity.class);
            for (Activity activity : Activity.values()) {
                set.put(
                        activity,
                        new Words(
                                text(texts, activity, "process"),
                                text(texts, activity, "activity"),
                                text(texts, activity, "role"),
                                text(texts, activity, "workProduct")));
            }
            loaded.sets.put(name.strip(), set);
        }
        if (!loaded.sets.containsKey(loaded.standard)) {
            throw new IllegalStateException(
                    OPTION + " must be one of " + String.join(", ", loaded.sets.keySet()) + ", not " + standard);
        }
        return loaded;
    }

    private static String text(Properties texts, Activity activity, String what) {
        String text = texts.getProperty(activity + "." + what);
        if (text == null) {
            throw new IllegalStateException("a word set lacks " + activity + "." + what);
        }
        return text;
    }

    private static Properties properties(String name) {
        String path = "/words/" + name + ".properties";
        try (InputStream in = WordSets.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing word set " + path);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
