package io.throughline.communication.service;

import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.activity.WordSets;
import io.throughline.kernel.activity.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts in which people are told, from {@code notices/texts.properties}. A text has a subject and a body, with
 * {@code {name}} for a variable and {@code {ACTIVITY.workProduct}} for what the reader's word set calls it (also
 * {@code .process}, {@code .activity}, {@code .role}).
 */
final class NoticeTexts {

    private static final int LONGEST_SUBJECT = 200;
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z_]+)(?:\\.([a-zA-Z]+))?}");
    private static final NoticeTexts SHIPPED = new NoticeTexts(load());

    private final Properties texts;

    private NoticeTexts(Properties texts) {
        this.texts = texts;
    }

    static NoticeTexts shipped() {
        return SHIPPED;
    }

    String subject(String text, String edition, Map<String, String> variables) {
        String line = fill(require(text + ".subject"), edition, variables)
                .replaceAll("\\s+", " ")
                .strip();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
    }

    String body(String text, String edition, Map<String, String> variables) {
        return fill(require(text + ".body"), edition, variables);
    }

    private String require(String key) {
        String template = texts.getProperty(key);
        if (template == null) {
            throw new IllegalStateException("notices/texts.properties lacks " + key);
        }
        return template;
    }

    private static String fill(String template, String edition, Map<String, String> variables) {
        Matcher place = PLACE.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (place.find()) {
            String value = place.group(2) == null
                    ? variables.get(place.group(1))
                    : word(edition, place.group(1), place.group(2));
            if (value == null) {
                throw new IllegalStateException("nothing is known of " + place.group() + " in: " + template);
            }
            place.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return place.appendTail(filled).toString();
    }

    private static String word(String edition, String activity, String what) {
        Words words = WordSets.shipped().words(edition, Activity.valueOf(activity));
        return switch (what) {
            case "process" -> words.process();
            case "activity" -> words.activity();
            case "role" -> words.role();
            case "workProduct" -> words.workProduct();
            default -> null;
        };
    }

    private static Properties load() {
        try (InputStream in = NoticeTexts.class.getResourceAsStream("/notices/texts.properties")) {
            if (in == null) {
                throw new IllegalStateException("missing notices/texts.properties");
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
