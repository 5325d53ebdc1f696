package io.throughline.handover;

import io.throughline.deployment.service.DeploymentReader;
import io.throughline.deployment.service.TargetView;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.thread.evidence.HostEvidence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Gives a bundle what was run on the servers of a deployment. */
@ApplicationScoped
public class DeploymentHostEvidence implements HostEvidence {

    private static final int AT_A_TIME = 200;

    @Inject
    DeploymentReader deployments;

    @Override
    public List<Host> of(String deployment) {
        RecordNumber number = RecordNumber.parse(deployment);
        List<Host> hosts = new ArrayList<>();
        Long after = null;
        do {
            Page<TargetView> page = deployments.targets(number, null, null, after, AT_A_TIME);
            page.items().forEach(target -> hosts.add(host(deployments.target(number, target.server()))));
            after = page.next();
        } while (after != null);
        return hosts;
    }

    private static Host host(TargetView target) {
        return new Host(
                target.server(),
                target.name(),
                target.state().name(),
                target.before(),
                target.after(),
                target.evidence().stream()
                        .map(step -> new Step(
                                step.action().name(),
                                step.command(),
                                step.exit(),
                                step.durationMillis(),
                                step.answeredAt(),
                                step.output()))
                        .toList());
    }
}
