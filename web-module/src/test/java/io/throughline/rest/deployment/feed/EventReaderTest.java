package io.throughline.rest.deployment.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.domain.target.TargetState;
import io.throughline.deployment.service.DeploymentView;
import io.throughline.deployment.service.TargetView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventReaderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final long START = 42;

    /** A line that keeps what was sent on it. */
    private static final class Kept implements EventReader.Line {
        private final List<String> sent = new ArrayList<>();
        private final List<RolloutEvent> events = new ArrayList<>();
        private boolean open = true;

        @Override
        public void event(String id, String name, RolloutEvent event) {
            sent.add(name + " " + id);
            events.add(event);
        }

        @Override
        public void heartbeat() {
            sent.add("heartbeat");
        }

        @Override
        public void close() {
            open = false;
        }

        @Override
        public boolean isOpen() {
            return open;
        }
    }

    private final Kept line = new Kept();

    @Test
    void aNewReaderIsToldTheWholeAndThenOnlyWhatIsNew() {
        EventReader reader = new EventReader(line, null, START);

        reader.tell(answered(2), false, START);
        reader.tell(answered(2), false, START);
        reader.tell(answered(3), false, START);

        assertThat(line.sent).containsExactly("progress 2026-03-02T09:00:02Z", "progress 2026-03-02T09:00:03Z");
        assertThat(line.events.get(0).answered()).hasSize(2);
        assertThat(line.events.get(1).answered())
                .extracting(TargetView::position)
                .containsExactly(3);
    }

    @Test
    void aReaderThatComesBackIsToldTheWholeStateAndTheAnswersSince() {
        EventReader reader = new EventReader(line, NOW.plusSeconds(50).toString(), START);

        reader.tell(answered(60), false, START);

        assertThat(line.events.get(0).deployment().state()).isEqualTo(DeploymentState.RUNNING);
        assertThat(line.events.get(0).answered())
                .as("those of the last two seconds again, as clocks differ")
                .extracting(TargetView::position)
                .containsExactlyElementsOf(IntStream.rangeClosed(49, 60).boxed().toList());
    }

    @Test
    void thatNobodyWorksOnItIsNews() {
        EventReader reader = new EventReader(line, null, START);
        reader.tell(answered(2), false, START);

        reader.tell(
                new RolloutEvent(shown("RECOVERING", 2), List.of(), answered(2).answered(), null), false, START);

        assertThat(line.events)
                .extracting(event -> event.deployment().shown())
                .containsExactly("RUNNING", "RECOVERING");
    }

    @Test
    void anIdOfSomethingElseIsAsNone() {
        EventReader reader = new EventReader(line, "17", START);

        reader.tell(answered(3), false, START);

        assertThat(line.events.get(0).answered()).hasSize(3);
    }

    @Test
    void theEndIsToldEvenIfNothingElseIsNewAndLetsTheReaderGo() {
        EventReader reader = new EventReader(line, null, START);
        reader.tell(answered(1), false, START);

        boolean readsOn = reader.tell(answered(1), true, START);

        assertThat(line.sent).last().isEqualTo("end 2026-03-02T09:00:01Z");
        assertThat(readsOn).isFalse();
        assertThat(line.open).isFalse();
    }

    @Test
    void aQuietLineIsKeptAliveAndNotForever() {
        EventReader reader = new EventReader(line, null, START);
        reader.tell(answered(0), false, START);

        boolean readsOn = reader.tell(answered(0), false, START + EventReader.HEARTBEAT.toNanos());
        assertThat(line.sent).containsExactly("progress 1970-01-01T00:00:00Z", "heartbeat");
        assertThat(readsOn).isTrue();

        assertThat(reader.tell(answered(0), false, START + EventReader.LIFE.toNanos()))
                .isFalse();
    }

    @Test
    void whoeverIsStillBeingWrittenToIsNotWrittenToTwice() {
        EventReader reader = new EventReader(line, null, START);

        assertThat(reader.begin()).isTrue();
        assertThat(reader.begin()).isFalse();
        reader.tell(answered(0), false, START);
        assertThat(reader.begin()).isTrue();
    }

    /** A rollout of which so many servers have answered, one a second. */
    private static RolloutEvent answered(int servers) {
        List<TargetView> answers = IntStream.rangeClosed(1, servers)
                .mapToObj(EventReaderTest::verified)
                .toList();
        return new RolloutEvent(running(servers), List.of(), answers, null);
    }

    private static TargetView verified(int position) {
        Instant at = NOW.plusSeconds(position);
        return new TargetView(
                position,
                1,
                "SRV-00000" + position,
                null,
                TargetState.VERIFIED,
                null,
                null,
                1,
                null,
                null,
                null,
                null,
                at.minusSeconds(5),
                at,
                null);
    }

    private static DeploymentView running(int verified) {
        return shown("RUNNING", verified);
    }

    private static DeploymentView shown(String shown, int verified) {
        return new DeploymentView(
                "DEP-000001",
                1,
                DeploymentState.RUNNING,
                shown,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                4,
                null,
                null,
                null,
                null,
                100,
                Map.of(TargetState.VERIFIED, (long) verified),
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
