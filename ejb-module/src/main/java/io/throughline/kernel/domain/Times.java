package io.throughline.kernel.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Business time: UTC in whole microseconds, which both databases keep exactly. */
public final class Times {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Times() {}

    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** ISO 8601 in UTC with exactly six digits of a second, so that equal times are equal texts. */
    public static String text(Instant instant) {
        return MICROSECONDS.format(instant);
    }
}
