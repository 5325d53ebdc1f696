package io.throughline.batch.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HostSlotsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final HostSlots slots = new HostSlots(nanos::get);

    @Test
    void hostsAtWorkTakeTheSlotsOfThePlan() {
        begin(1, 3);
        assertThat(slots.free(3)).isZero();
        slots.end(2);
        assertThat(slots.free(3)).isEqualTo(1);
    }

    @Test
    void aHostThatTakesMuchLongerThanTheOthersLeavesItsSlot() {
        begin(1, 4);
        pass(Duration.ofSeconds(1));
        slots.end(1);
        slots.end(2);
        assertThat(slots.free(4)).isEqualTo(2);
        pass(HostSlots.LEAST_PATIENCE);
        assertThat(slots.free(4)).isEqualTo(4);
        assertThat(slots.working()).isEqualTo(2);
    }

    @Test
    void whereHostsTakeLongByNatureNoneHangsEarly() {
        begin(1, 2);
        pass(Duration.ofMinutes(5));
        slots.end(1);
        begin(3, 3);
        pass(Duration.ofMinutes(4));
        assertThat(slots.free(2)).isZero();
    }

    @Test
    void theWaitingPoolIsBounded() {
        begin(1, 1);
        pass(Duration.ofSeconds(1));
        slots.end(1);
        begin(2, 9);
        pass(Duration.ofMinutes(1));
        int parallel = 4;
        assertThat(slots.free(parallel)).isEqualTo(parallel - (8 - HostSlots.poolOf(parallel)));
        assertThat(slots.free(2)).isZero();
    }

    @Test
    void beforeAnyHostHasAnsweredNoneHangsForAMinute() {
        begin(1, 1);
        pass(HostSlots.FIRST_PATIENCE.minusSeconds(1));
        assertThat(slots.free(1)).isZero();
        pass(Duration.ofSeconds(1));
        assertThat(slots.free(1)).isEqualTo(1);
    }

    private void begin(int first, int last) {
        for (int position = first; position <= last; position++) {
            slots.begin(position);
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
