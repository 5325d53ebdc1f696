package io.throughline.handover;

import io.throughline.change.domain.Outcome;
import io.throughline.change.domain.authorization.ServerResult;
import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.domain.event.DeploymentVerified;
import io.throughline.deployment.domain.event.DeploymentVerified.ServerEnd;
import io.throughline.deployment.domain.target.TargetState;
import java.util.Map;
import java.util.stream.Collectors;

/** How a deployment ended, in Change's words. */
record EndOfDeployment(Outcome outcome, Map<String, ServerResult> servers) {

    static EndOfDeployment of(DeploymentVerified verified) {
        Map<String, ServerResult> servers =
                verified.servers().stream().collect(Collectors.toMap(ServerEnd::server, EndOfDeployment::result));
        return new EndOfDeployment(outcome(verified, servers), servers);
    }

    boolean broughtSomething() {
        return outcome != Outcome.BACKED_OUT;
    }

    private static Outcome outcome(DeploymentVerified verified, Map<String, ServerResult> servers) {
        if (verified.outcome() == DeploymentState.IMPLEMENTED) {
            return Outcome.IMPLEMENTED;
        }
        boolean nothingLeft =
                verified.servers().stream().noneMatch(ServerEnd::touched) && !servers.containsValue(ServerResult.DONE);
        return nothingLeft ? Outcome.BACKED_OUT : Outcome.PARTIALLY_IMPLEMENTED;
    }

    private static ServerResult result(ServerEnd end) {
        if (TargetState.AT_WANTED_LEVEL.contains(end.state())) {
            return ServerResult.DONE;
        }
        return switch (end.state()) {
            case EXCLUDED -> ServerResult.EXCLUDED;
            case ROLLED_BACK -> ServerResult.BACKED_OUT;
            case SKIPPED -> end.left() ? ServerResult.LEFT : ServerResult.OPEN;
            default -> ServerResult.OPEN;
        };
    }
}
