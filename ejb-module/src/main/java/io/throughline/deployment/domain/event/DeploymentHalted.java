package io.throughline.deployment.domain.event;

import io.throughline.deployment.domain.Deployment;
import java.util.Set;

/**
 * The product paused a deployment by itself.
 *
 * @param key stable name of the reason
 * @param deployers numbers of those who started, resumed, retried or rolled it back
 */
public record DeploymentHalted(String deployment, String change, String key, String reason, Set<String> deployers) {

    public static DeploymentHalted of(Deployment deployment) {
        return new DeploymentHalted(
                deployment.number().toString(),
                deployment.origin().change(),
                deployment.haltKey(),
                deployment.haltReason(),
                deployment.deployers());
    }
}
