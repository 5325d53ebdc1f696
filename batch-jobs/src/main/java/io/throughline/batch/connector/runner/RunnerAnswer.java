package io.throughline.batch.connector.runner;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the host runner wrote, protocol 1. Only these lines count; anything else (a greeting of the login shell) is
 * passed over:
 *
 * <pre>
 * throughline-answer: protocol=1
 * throughline-output: install        what follows behind bars is the output of that step
 * |Installing 4.2.8
 * throughline-answer: result=APPLIED
 * throughline-answer: level=4.2.8
 * throughline-answer: end=1          without this line the answer is incomplete
 * </pre>
 *
 * @param values the answer's keys and values; keys that are not there are empty
 * @param outputs text of each step that wrote something, in the order of running
 */
record RunnerAnswer(Map<String, String> values, Map<String, String> outputs) {

    private static final String ANSWER = "throughline-answer: ";
    private static final String OUTPUT = "throughline-output: ";

    public RunnerAnswer {
        values = Map.copyOf(values);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /** Reads what came from a host; empty when it is not a complete answer of protocol 1. */
    static Optional<RunnerAnswer> parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, StringBuilder> outputs = new LinkedHashMap<>();
        StringBuilder current = null;
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("|") && current != null) {
                current.append(current.isEmpty() ? "" : "\n").append(line, 1, line.length());
            } else if (line.startsWith(OUTPUT)) {
                current = outputs.computeIfAbsent(line.substring(OUTPUT.length()), name -> new StringBuilder());
            } else if (line.startsWith(ANSWER) && line.indexOf('=') > 0) {
                int equals = line.indexOf('=');
                values.put(line.substring(ANSWER.length(), equals), line.substring(equals + 1));
            }
        }
        if (!"1".equals(values.get("protocol")) || !"1".equals(values.get("end"))) {
            return Optional.empty();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        outputs.forEach((name, output) -> texts.put(name, output.toString()));
        return Optional.of(new RunnerAnswer(values, texts));
    }

    /** The value, empty when the runner did not say it. */
    public String value(String key) {
        return values.getOrDefault(key, "");
    }

    public boolean says(String key) {
        return value(key).equals("yes");
    }

    /** What the step wrote, empty when nothing. */
    public String output(String step) {
        return outputs.getOrDefault(step, "");
    }
}
