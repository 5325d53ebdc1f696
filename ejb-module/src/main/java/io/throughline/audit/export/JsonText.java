package io.throughline.audit.export;

import java.util.Collection;
import java.util.Map;

/** Writes texts, numbers, truth values, lists and maps as JSON on one line. */
public final class JsonText {

    private JsonText() {}

    public static String of(Object value) {
        StringBuilder text = new StringBuilder();
        write(text, value);
        return text.toString();
    }

    private static void write(StringBuilder text, Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof Map<?, ?> map) {
            text.append('{');
            map.forEach((name, item) -> {
                comma(text, '{');
                quoted(text, String.valueOf(name));
                text.append(':');
                write(text, item);
            });
            text.append('}');
        } else if (value instanceof Collection<?> items) {
            text.append('[');
            items.forEach(item -> {
                comma(text, '[');
                write(text, item);
            });
            text.append(']');
        } else {
            quoted(text, String.valueOf(value));
        }
    }

    private static void comma(StringBuilder text, char begin) {
        if (text.charAt(text.length() - 1) != begin) {
            text.append(',');
        }
    }

    private static void quoted(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append("\\u%04x".formatted((int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
