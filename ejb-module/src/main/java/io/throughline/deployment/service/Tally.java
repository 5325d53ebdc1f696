package io.throughline.deployment.service;

import io.throughline.deployment.domain.target.TargetLedger.Count;
import io.throughline.deployment.domain.target.TargetState;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** What the ledger's counts say about waves and the whole. */
record Tally(List<Count> counts) {

    long failing(int wave) {
        return sum(inWave(wave), Count::failing);
    }

    long failing() {
        return sum(count -> true, Count::failing);
    }

    Map<Integer, Long> failingByWave() {
        Map<Integer, Long> failing = new HashMap<>();
        counts.forEach(count -> failing.merge(count.wave(), count.failing(), Long::sum));
        return failing;
    }

    /** Whether nothing of the wave is in hand and nothing waits. */
    boolean isThrough(int wave) {
        return open(wave) == 0;
    }

    boolean isThrough() {
        return open() == 0;
    }

    /** Servers of the wave that wait or are in hand. */
    long open(int wave) {
        return sum(inWave(wave), Tally::open);
    }

    long open() {
        return sum(count -> true, Tally::open);
    }

    long inFlight() {
        return sum(count -> TargetState.IN_FLIGHT.contains(count.state()), Count::targets);
    }

    /** Servers that wait for a look at what became of them: what is in doubt waits for nothing else. */
    long toVerify() {
        return sum(count -> count.state() == TargetState.IN_DOUBT, Count::waiting);
    }

    long missing() {
        return sum(count -> true, Count::missing);
    }

    /** Servers of the wave that miss the wanted level and are still to have it. */
    long missing(int wave) {
        return sum(inWave(wave), Count::missing);
    }

    /** Servers of the wave at the wanted level. */
    long succeeded(int wave) {
        return counts.stream()
                .filter(inWave(wave))
                .filter(count -> TargetState.AT_WANTED_LEVEL.contains(count.state()))
                .mapToLong(Count::targets)
                .sum();
    }

    long touched() {
        return sum(count -> true, Count::touched);
    }

    Map<TargetState, Long> byState() {
        return byState(count -> true);
    }

    Map<TargetState, Long> byState(int wave) {
        return byState(inWave(wave));
    }

    private Map<TargetState, Long> byState(Predicate<Count> which) {
        Map<TargetState, Long> states = new EnumMap<>(TargetState.class);
        counts.stream().filter(which).forEach(count -> states.merge(count.state(), count.targets(), Long::sum));
        return states;
    }

    private static Predicate<Count> inWave(int wave) {
        return count -> count.wave() == wave;
    }

    private static long open(Count count) {
        return count.waiting() + (TargetState.IN_FLIGHT.contains(count.state()) ? count.targets() : 0);
    }

    private long sum(Predicate<Count> which, ToLongFunction<Count> value) {
        return counts.stream().filter(which).mapToLong(value).sum();
    }
}
