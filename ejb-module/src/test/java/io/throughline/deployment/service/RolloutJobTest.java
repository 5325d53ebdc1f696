package io.throughline.deployment.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.deployment.domain.DeploymentState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is shown of a rollout, seen from its job. */
class RolloutJobTest {

    @ParameterizedTest
    @CsvSource({
        "RUNNING, RUNNING, RUNNING",
        "ROLLING_BACK, RUNNING, ROLLING_BACK",
        "RUNNING, RECOVERING, RECOVERING",
        "ROLLING_BACK, RECOVERING, RECOVERING",
        "RUNNING, FAILED, RECOVERING",
        "RUNNING, STOPPING, STOPPING",
        "RUNNING, STOPPED, STOPPED",
        "ROLLING_BACK, STOPPED, STOPPED",
        "RUNNING, REQUESTED, RUNNING",
        "RUNNING, COMPLETED, RUNNING"
    })
    void whatStartsHostsIsShownSoOnlyWhileSomebodyIsThere(DeploymentState state, String job, String shown) {
        assertThat(RolloutJob.shown(state, new RolloutJob("JOB-000001", job, List.of())))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RUNNING", "ROLLING_BACK"})
    void whatStartsNoHostIsShownAsItIsWhateverBecameOfItsJob(DeploymentState state) {
        assertThat(RolloutJob.shown(state, new RolloutJob("JOB-000001", "STOPPED", List.of())))
                .isEqualTo(state.name());
    }

    @Test
    void beforeAJobWasAskedForItIsShownAsItIs() {
        assertThat(RolloutJob.shown(DeploymentState.RUNNING, null)).isEqualTo("RUNNING");
    }
}
