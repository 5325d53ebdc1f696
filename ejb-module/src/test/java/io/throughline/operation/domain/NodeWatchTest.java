package io.throughline.operation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NodeWatchTest {

    private final AtomicLong nanos = new AtomicLong();
    private final NodeWatch watch = new NodeWatch(nanos::get);

    @Test
    void aNodeWhoseBeatMovesIsAlive() {
        watch.observe(Map.of("a", 1L));
        pass(19);
        assertThat(watch.observe(Map.of("a", 2L))).isEmpty();
        pass(19);
        assertThat(watch.observe(Map.of("a", 3L))).isEmpty();
        assertThat(watch.alive("a")).isTrue();
    }

    @Test
    void aNodeWhoseBeatStandsStillForTwentySecondsIsDead() {
        watch.observe(Map.of("a", 1L));
        pass(20);
        assertThat(watch.alive("a")).isFalse();
        assertThat(watch.observe(Map.of("a", 1L))).containsExactly("a");
    }

    @Test
    void aNodeSeenForTheFirstTimeIsGivenItsTimeHoweverOldItsRow() {
        pass(1_000);
        assertThat(watch.observe(Map.of("a", 77L))).isEmpty();
        assertThat(watch.alive("a")).isTrue();
    }

    @Test
    void aNodeThatWasDeclaredDeadIsNotAlive() {
        watch.observe(Map.of("a", 1L));
        watch.observe(Map.of());
        assertThat(watch.alive("a")).isFalse();
    }

    @Test
    void aNodeThatCannotWriteItsBeatHoldsStillLongBeforeOthersTakeOver() {
        Pulse pulse = new Pulse(nanos::get);
        assertThat(pulse.felt()).isFalse();
        pulse.beaten(pulse.now());
        pass(9);
        assertThat(pulse.felt()).isTrue();
        pass(1);
        assertThat(pulse.felt()).isFalse();
        assertThat(Pulse.HOLD).isLessThan(NodeWatch.SILENCE);
    }

    @Test
    void aBeatThatTookLongToWriteCountsFromItsBeginning() {
        Pulse pulse = new Pulse(nanos::get);
        long begun = pulse.now();
        pass(10);
        pulse.beaten(begun);
        assertThat(pulse.felt()).isFalse();
    }

    private void pass(long seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
