package io.throughline.deployment.domain.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How fast servers were worked on.
 *
 * @param perSecond servers answered per second of the time in which at least one was being worked on: pauses, soak times
 *     and waits for a person are no part of it
 * @param each how long one server took on average
 */
public record Pace(double perSecond, Duration each) {

    /** Fewer servers than this tell nothing about the others. */
    public static final int FEWEST = 3;

    /** Empty when too few servers have answered. */
    public static Optional<Pace> of(Collection<Work> works) {
        Duration busy = busy(works);
        if (works.size() < FEWEST || busy.isZero()) {
            return Optional.empty();
        }
        long inHand =
                works.stream().map(Work::length).mapToLong(Duration::toMillis).sum();
        return Optional.of(new Pace(works.size() / seconds(busy), Duration.ofMillis(inHand / works.size())));
    }

    /** How long so many servers take, {@code scale} times as many at once as were measured. */
    Duration timeOf(long servers, double scale) {
        if (servers == 0) {
            return Duration.ZERO;
        }
        Duration atThisRate = Duration.ofMillis(Math.round(1000 * servers / (perSecond * scale)));
        return atThisRate.compareTo(each) < 0 ? each : atThisRate;
    }

    /** Length of the union of the intervals. */
    private static Duration busy(Collection<Work> works) {
        List<Work> inOrder =
                works.stream().sorted(Comparator.comparing(Work::begun)).toList();
        Duration busy = Duration.ZERO;
        Instant until = Instant.MIN;
        for (Work work : inOrder) {
            Instant from = work.begun().isAfter(until) ? work.begun() : until;
            if (work.ended().isAfter(from)) {
                busy = busy.plus(Duration.between(from, work.ended()));
                until = work.ended();
            }
        }
        return busy;
    }

    private static double seconds(Duration length) {
        return length.toNanos() / 1e9;
    }
}
