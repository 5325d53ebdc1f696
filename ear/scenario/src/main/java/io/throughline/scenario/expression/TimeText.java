package io.throughline.scenario.expression;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations like {@code 20s}, {@code 1.5m} or {@code 2h}, and times like {@code +20s}, {@code now} or {@code now+2h}. */
public final class TimeText {

    private static final Pattern DURATION = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ms|s|m|h|d)");
    private static final Pattern RELATIVE =
            Pattern.compile("(now|start)?(?:([+-])([0-9]+(?:\\.[0-9]+)?(?:ms|s|m|h|d)))?");

    private TimeText() {}

    /** @throws ExpressionException if the text is no duration */
    public static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new ExpressionException("'" + text + "' is no duration; a number and ms, s, m, h or d, like 20s");
        }
        double number = Double.parseDouble(matcher.group(1));
        long millis = switch (matcher.group(2)) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> 86_400_000;
        };
        return Duration.ofMillis(Math.round(number * millis));
    }

    /** True if the text means a time relative to the start or to now; the bare words count only when {@code bare}. */
    public static boolean isRelative(String text, boolean bare) {
        Matcher matcher = RELATIVE.matcher(text);
        return !text.isEmpty() && matcher.matches() && (bare || matcher.group(2) != null);
    }

    /** The time meant, in whole seconds; empty if the text means none. */
    public static Optional<Instant> resolve(String text, boolean bare, Instant start, Instant now) {
        Matcher matcher = RELATIVE.matcher(text);
        if (!isRelative(text, bare) || !matcher.matches()) {
            return Optional.empty();
        }
        Instant base = "now".equals(matcher.group(1)) ? now : start;
        if (matcher.group(2) != null) {
            Duration offset = duration(matcher.group(3));
            base = matcher.group(2).equals("+") ? base.plus(offset) : base.minus(offset);
        }
        return Optional.of(base.truncatedTo(ChronoUnit.SECONDS));
    }
}
