package io.throughline.scenario.action;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request of the REST interface.
 *
 * @param method GET, POST, PUT or DELETE
 * @param path below {@code /api/v1}, with placeholders in braces
 * @param sends what the body is
 */
public record ActionDefinition(String method, String path, Sends sends) {

    /** What a request's body is. */
    public enum Sends {
        JSON,
        PACKAGE,
        NOTHING
    }

    /** Placeholder of the record that a step is about. */
    public static final String ON = "on";

    private static final Pattern CALL = Pattern.compile("(GET|POST|PUT|DELETE) +(/\\S*)");
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\$)\\{([A-Za-z]+)}");

    /** @throws IllegalArgumentException if the text is no method and path */
    public static ActionDefinition parse(String call, Sends sends) {
        Matcher matcher = CALL.matcher(call);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + call + "' is no call: a method (GET, POST, PUT, DELETE) and a path that begins with /");
        }
        return new ActionDefinition(matcher.group(1), matcher.group(2), sends);
    }

    public boolean reads() {
        return method.equals("GET");
    }

    /** True if the step must name a record under {@code on}. */
    public boolean needsRecord() {
        return placeholders().contains(ON);
    }

    /** Names in braces, in order. */
    public List<String> placeholders() {
        List<String> names = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(path);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Path of the record whose version a change must carry; null if the request changes no existing record. */
    public String recordPath(String number) {
        int at = path.indexOf("{" + ON + "}");
        return at < 0 || reads() ? null : path.substring(0, at) + number;
    }
}
