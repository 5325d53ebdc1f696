package io.throughline.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayedScenarioTest {

    @TempDir
    Path data;

    @Test
    void newDataHaveSeenNone() {
        assertThat(PlayedScenario.in(data).known()).isFalse();
    }

    @Test
    void aLaterStartKnowsHowItEndedAndWhatIsToBeLookedAt() {
        PlayedScenario.in(data).remember("ps006", 0, List.of("Look here", "And there"));

        PlayedScenario later = PlayedScenario.in(data);
        assertThat(later.known()).isTrue();
        assertThat(later.status()).isZero();
        assertThat(later.afterwards()).containsExactly("Look here", "And there");
    }

    @Test
    void aStepThatFailedIsNotMadeGoodByASecondStart() {
        PlayedScenario.in(data).remember("ps006", 1, List.of());

        assertThat(PlayedScenario.in(data).status()).isEqualTo(1);
        assertThat(PlayedScenario.in(data).afterwards()).isEmpty();
    }
}
