package io.throughline.deployment.domain.event;

import io.throughline.deployment.domain.Deployment;
import io.throughline.deployment.domain.DeploymentState;

/** Every target of a deployment has an outcome, or it was aborted. */
public record DeploymentFinished(String deployment, String change, String release, DeploymentState outcome) {

    public static DeploymentFinished of(Deployment deployment) {
        return new DeploymentFinished(
                deployment.number().toString(),
                deployment.origin().change(),
                deployment.origin().release(),
                deployment.outcome());
    }
}
