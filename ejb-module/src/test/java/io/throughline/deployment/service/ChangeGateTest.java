package io.throughline.deployment.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.deployment.domain.ChangeControl;
import io.throughline.deployment.domain.ChangeControl.Objection;
import io.throughline.deployment.domain.Deployment;
import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.domain.Deployments;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Change objects to everything: the window is over. */
class ChangeGateTest {

    private String haltedBy;

    private final ChangeGate gate = new ChangeGate() {
        @Override
        void halt(Deployment deployment, String key, String reason) {
            haltedBy = key;
        }
    };

    @Test
    void anInstallPausesTheRollout() {
        assertThat(check(DeploymentState.RUNNING)).isFalse();
        assertThat(haltedBy).isEqualTo(Deployment.WINDOW_OVER);
    }

    @ParameterizedTest
    @EnumSource(names = {"ROLLING_BACK", "PAUSED", "ABORTED"})
    void anInstallThatIsNoLongerStartedAnywayHoldsNothingUp(DeploymentState state) {
        assertThat(check(state)).isTrue();
        assertThat(haltedBy).isNull();
    }

    private boolean check(DeploymentState state) {
        gate.changes = (ChangeControl) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ChangeControl.class},
                (proxy, method, arguments) -> Optional.of(new Objection(Deployment.WINDOW_OVER, "It is over.")));
        return gate.check(Deployments.in(state), List.of(Deployments.SERVER));
    }
}
