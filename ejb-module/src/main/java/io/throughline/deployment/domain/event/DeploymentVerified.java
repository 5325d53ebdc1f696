package io.throughline.deployment.domain.event;

import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.domain.target.TargetState;
import java.util.List;

/**
 * Somebody who did not deploy has verified how a deployment ended.
 *
 * @param outcome how it ended
 * @param evidence what shows it, in words
 */
public record DeploymentVerified(
        String deployment,
        String change,
        String release,
        DeploymentState outcome,
        String evidence,
        List<ServerEnd> servers) {

    /**
     * How it ended on one server.
     *
     * @param left whether it was left alone because it is no longer in service
     * @param touched whether it has, or may have, what the deployment installed
     */
    public record ServerEnd(String server, TargetState state, boolean left, boolean touched) {}
}
