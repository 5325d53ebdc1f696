package io.throughline.scenario.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells whoever watches what happens, line by line. */
public final class Narrator {

    private final PrintStream out;

    public Narrator(PrintStream out) {
        this.out = out;
    }

    public synchronized void title(String name, String title) {
        out.println("Scenario " + name + ": " + title);
    }

    public synchronized void say(String line) {
        out.println("  " + line);
    }

    /** A step and what came of it. */
    public synchronized void step(
            String person, String step, boolean holds, String expected, String seen, Duration took) {
        out.printf(Locale.ROOT, "  %s %-12s %s (%s)%n", holds ? "ok    " : "FAILED", person, step, seconds(took));
        if (!holds) {
            out.println("           expected: " + expected);
            out.println("           seen:     " + seen);
        }
    }

    /** An activity that was performed, as the thread shows it. */
    public synchronized void activity(JsonNode activity) {
        out.println("    -> activity " + words(activity));
    }

    /** All that was performed in a thread, at the end, when nothing is added any more. */
    public synchronized void thread(String record, Iterable<JsonNode> activities) {
        out.println("  the thread of " + record + ":");
        activities.forEach(activity -> out.println("    " + words(activity)));
    }

    private static String words(JsonNode activity) {
        JsonNode earlier = activity.path("earlier");
        JsonNode later = activity.path("later");
        JsonNode performer = activity.path("performerName");
        return activity.path("number").asText() + ": "
                + both(earlier, later, "activity")
                + " | " + both(earlier, later, "role")
                + " | " + performer.asText(activity.path("performedBy").asText("-"))
                + " | " + activity.path("record").asText("-")
                + " | " + took(activity);
    }

    /** From its first record to its last, as Throughline answers both. */
    private static String took(JsonNode activity) {
        Instant startedAt = Instant.parse(activity.path("startedAt").asText());
        Instant endedAt = Instant.parse(
                activity.path("endedAt").asText(activity.path("startedAt").asText()));
        return startedAt.equals(endedAt) ? "at one stroke" : seconds(Duration.between(startedAt, endedAt));
    }

    private static String both(JsonNode earlier, JsonNode later, String word) {
        String first = earlier.path(word).asText("-");
        String second = later.path(word).asText("-");
        return first.equals(second) ? first : first + " / " + second;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f s", duration.toNanos() / 1e9);
    }
}
