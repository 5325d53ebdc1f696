package io.throughline.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.launcher.demo.ScenarioProcess.Play;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demonstration plays an outage and then leaves a rollout to be started and killed. */
class FirstPlayTest {

    private final Map<String, Play> plays = new HashMap<>(Map.of(
            "outage", new Play(0, List.of("Look at the thread")),
            "ready-rollout", new Play(0, List.of("Start DEP-000002 and kill -9"))));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void bothAreToldOf() {
        Play play = play();

        assertThat(play.status()).isZero();
        assertThat(play.afterwards()).containsExactly("Look at the thread", "Start DEP-000002 and kill -9");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 143})
    void aRolloutThatIsNotReadyIsToldAndRememberedAndInvitesNobody(int status) {
        plays.put("ready-rollout", new Play(status, List.of("Start DEP-000002 and kill -9")));

        Play play = play();

        assertThat(play.status()).isEqualTo(1);
        assertThat(play.afterwards()).containsExactly("Look at the thread");
        assertThat(out.toString().lines()).singleElement().asString().contains("ready-rollout", "status " + status);
    }

    @Test
    void anOutageThatWentWrongStaysWrong() {
        plays.put("outage", new Play(1, List.of()));

        assertThat(play().status()).isEqualTo(1);
    }

    @Test
    void afterAnOutageThatCouldNotBePlayedNothingIs() {
        plays.put("outage", new Play(2, List.of()));
        plays.remove("ready-rollout");

        assertThat(play().status()).isEqualTo(2);
    }

    private Play play() {
        return new FirstPlay(plays::get, new PrintStream(out, true)).play("outage");
    }
}
