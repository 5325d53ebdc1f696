package io.throughline.kernel.domain.parameter;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values by name in one line, as in the query of an address: {@code level=4.2.8&path=%2Fsrv%2Fcart}. */
public final class ParameterValues {

    private ParameterValues() {}

    public static String encode(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(value -> escape(value.getKey()) + '=' + escape(value.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /**
     * @param line null for no values
     * @throws IllegalArgumentException if the line is not of this form
     */
    public static Map<String, String> decode(String line) {
        Map<String, String> values = new TreeMap<>();
        if (line == null || line.isEmpty()) {
            return values;
        }
        for (String pair : line.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("no name=value: " + pair);
            }
            values.put(unescape(pair.substring(0, equals)), unescape(pair.substring(equals + 1)));
        }
        return values;
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String unescape(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
