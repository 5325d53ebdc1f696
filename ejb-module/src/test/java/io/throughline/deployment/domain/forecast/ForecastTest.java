package io.throughline.deployment.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.deployment.domain.forecast.Forecast.Stage;
import io.throughline.deployment.domain.forecast.Forecast.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final int AT_ONCE = 4;

    @Test
    void whatRemainsTakesAsLongAsTheRateSays() {
        // 20 servers in five rounds of four, each of ten seconds: 0.4 a second
        Forecast forecast = Forecast.of(List.of(wave(40)), works(20), AT_ONCE, NOW);

        assertThat(forecast.perSecond()).isEqualTo(0.4, within(0.001));
        assertThat(forecast.secondsLeft()).isEqualTo(100);
        assertThat(forecast.endsAt()).isEqualTo(NOW.plusSeconds(100));
        assertThat(forecast.unknown()).isNull();
    }

    @Test
    void aPauseIsNoPartOfTheRate() {
        List<Work> works = new ArrayList<>(works(20));
        works.addAll(works(20).stream()
                .map(work -> new Work(
                        work.begun().minus(Duration.ofHours(2)), work.ended().minus(Duration.ofHours(2))))
                .toList());

        assertThat(Forecast.of(List.of(wave(40)), works, AT_ONCE, NOW).perSecond())
                .isEqualTo(0.4, within(0.001));
    }

    @Test
    void soakTimesToComeCountInFull() {
        Stage soaking = new Stage(AT_ONCE, 0, Duration.ofSeconds(30), false);
        Stage next = new Stage(AT_ONCE, 40, Duration.ofMinutes(5), false);

        assertThat(Forecast.of(List.of(soaking, next), works(20), AT_ONCE, NOW).secondsLeft())
                .isEqualTo(30 + 100 + 300);
    }

    @Test
    void aWaveThatOnlySoaksNeedsNoRate() {
        Stage soaking = new Stage(AT_ONCE, 0, Duration.ofSeconds(30), false);

        assertThat(Forecast.of(List.of(soaking), List.of(), 1, NOW).secondsLeft())
                .isEqualTo(30);
    }

    @Test
    void canariesOneByOneTellHowLongAServerTakesAndNotHowFastMoreAtOnceAre() {
        List<Work> oneByOne =
                Stream.of(30, 20, 10).map(ForecastTest::tenSecondsFrom).toList();

        Forecast forecast = Forecast.of(List.of(wave(40)), oneByOne, 1, NOW);

        assertThat(forecast.perSecond()).isEqualTo(0.1, within(0.001));
        assertThat(forecast.secondsLeft()).isEqualTo(100);
    }

    @Test
    void theLastServersTakeNoLessThanOneServerDoes() {
        assertThat(Forecast.of(List.of(wave(1)), works(20), AT_ONCE, NOW).secondsLeft())
                .isEqualTo(10);
    }

    @Test
    void twoAnswersTellNothing() {
        Forecast forecast = Forecast.of(List.of(wave(40)), works(2), AT_ONCE, NOW);

        assertThat(forecast.unknown()).isEqualTo(Unknown.TOO_FEW_ANSWERS);
        assertThat(forecast.endsAt()).isNull();
        assertThat(forecast.secondsLeft()).isNull();
    }

    @Test
    void nobodyKnowsWhenAPersonWillApproveAWave() {
        Stage gated = new Stage(AT_ONCE, 40, Duration.ZERO, true);

        Forecast forecast = Forecast.of(List.of(wave(4), gated), works(20), AT_ONCE, NOW);

        assertThat(forecast.unknown()).isEqualTo(Unknown.NEEDS_APPROVAL);
        assertThat(forecast.endsAt()).isNull();
        assertThat(forecast.perSecond()).isEqualTo(0.4, within(0.001));
    }

    private static Stage wave(long remaining) {
        return new Stage(AT_ONCE, remaining, Duration.ZERO, false);
    }

    /** So many servers in rounds of {@link #AT_ONCE}, ten seconds each, without a gap. */
    private static List<Work> works(int servers) {
        List<Work> works = new ArrayList<>();
        for (int i = 0; i < servers; i++) {
            works.add(tenSecondsFrom(1000 - i / AT_ONCE * 10));
        }
        return works;
    }

    private static Work tenSecondsFrom(int secondsAgo) {
        Instant begun = NOW.minusSeconds(secondsAgo);
        return new Work(begun, begun.plusSeconds(10));
    }
}
