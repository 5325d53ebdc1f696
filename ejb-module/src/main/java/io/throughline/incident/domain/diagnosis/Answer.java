package io.throughline.incident.domain.diagnosis;

import java.util.Objects;

/**
 * What one server answered to one probe.
 *
 * @param server number of the server
 * @param probe name of the probe
 * @param exit exit code; null when it did not answer
 * @param output what it wrote; longer output is cut, characters that no database takes are dropped
 * @param finding what the procedure makes of it, at most 200 characters
 * @param passing whether that is how it should be
 */
public record Answer(
        String server,
        String probe,
        Reach reach,
        Integer exit,
        String output,
        String finding,
        boolean passing,
        long durationMillis) {

    public Answer {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(probe, "probe");
        Objects.requireNonNull(reach, "reach");
        output = output == null ? null : cut(output.replace("\u0000", ""), DiagnosisAnswer.LONGEST_ANSWER);
        finding = cut(Objects.requireNonNull(finding, "finding"), 200);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
