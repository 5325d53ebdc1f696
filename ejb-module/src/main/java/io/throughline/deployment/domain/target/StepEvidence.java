package io.throughline.deployment.domain.target;

import java.io.Serializable;
import java.time.Instant;

/**
 * What one step on one host was and what came of it.
 *
 * @param command what was run: {@code connect}, {@code level}, {@code install}, {@code verify}, {@code rollback}…
 * @param exit exit status; null when it never ended or there is none
 * @param output capped and cleaned
 * @param durationMillis how long it took
 * @param answeredAt when the answer came
 */
public record StepEvidence(String command, Integer exit, String output, long durationMillis, Instant answeredAt)
        implements Serializable {

    /** Longest output that is kept, in characters; the rest is cut, and said so. */
    public static final int LONGEST_OUTPUT = 4000;

    private static final String CUT = "\n[cut]";

    public StepEvidence {
        output = clean(output);
    }

    private static String clean(String text) {
        if (text == null) {
            return "";
        }
        String plain = text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "?");
        return plain.length() <= LONGEST_OUTPUT ? plain : plain.substring(0, LONGEST_OUTPUT - CUT.length()) + CUT;
    }
}
