package io.throughline.deployment.domain;

import static io.throughline.deployment.domain.WaveState.Verb.BEGIN;
import static io.throughline.deployment.domain.WaveState.Verb.FAIL;
import static io.throughline.deployment.domain.WaveState.Verb.PASS;
import static io.throughline.deployment.domain.WaveState.Verb.REOPEN;
import static io.throughline.deployment.domain.WaveState.Verb.SOAK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.refusal.IllegalTransition;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WaveTransitionsTest {

    private static final Map<WaveState, Map<WaveState.Verb, WaveState>> EXPECTED = Map.of(
            WaveState.WAITING, Map.of(BEGIN, WaveState.RUNNING),
            WaveState.RUNNING,
                    Map.of(
                            SOAK, WaveState.SOAKING,
                            PASS, WaveState.PASSED,
                            FAIL, WaveState.FAILED,
                            REOPEN, WaveState.RUNNING),
            WaveState.SOAKING, Map.of(PASS, WaveState.PASSED, FAIL, WaveState.FAILED, REOPEN, WaveState.RUNNING),
            WaveState.PASSED, Map.of(REOPEN, WaveState.RUNNING),
            WaveState.FAILED, Map.of(REOPEN, WaveState.RUNNING));

    static Stream<Arguments> everyStateAndVerb() {
        return Stream.of(WaveState.values())
                .flatMap(state -> Stream.of(WaveState.Verb.values())
                        .map(verb ->
                                Arguments.of(state, verb, EXPECTED.get(state).get(verb))));
    }

    @ParameterizedTest(name = "{1} when {0} leads to {2}")
    @MethodSource("everyStateAndVerb")
    void everyVerbIsTakenOrRefused(WaveState from, WaveState.Verb verb, WaveState expected) {
        Wave wave = wave(from);
        if (expected == null) {
            assertThatThrownBy(() -> wave.move(verb, Deployments.NOW)).isInstanceOf(IllegalTransition.class);
            assertThat(wave.state()).isEqualTo(from);
        } else {
            wave.move(verb, Deployments.NOW);
            assertThat(wave.state()).isEqualTo(expected);
        }
    }

    private static Wave wave(WaveState state) {
        Wave wave = Deployments.planned().waves().get(0);
        if (state != WaveState.WAITING) {
            wave.move(BEGIN, Deployments.NOW);
        }
        switch (state) {
            case SOAKING -> wave.move(SOAK, Deployments.NOW);
            case PASSED -> wave.move(PASS, Deployments.NOW);
            case FAILED -> wave.move(FAIL, Deployments.NOW);
            default -> assertThat(wave.state()).isEqualTo(state);
        }
        return wave;
    }
}
