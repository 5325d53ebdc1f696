package io.throughline.handover;

import io.throughline.change.domain.event.WindowExtended;
import io.throughline.deployment.domain.event.DeploymentClosed;
import io.throughline.deployment.domain.event.DeploymentGivenUp;
import io.throughline.deployment.domain.event.DeploymentVerified;
import io.throughline.deployment.domain.event.RolloutWanted;
import io.throughline.deployment.service.DeploymentService;
import io.throughline.operation.service.JobRequests;
import io.throughline.release.service.ReleaseForDeployment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** A deployment is carried out by a job, and its release goes through the rest of its life with it. */
@ApplicationScoped
public class ReleaseToDeployment {

    @Inject
    ReleaseForDeployment releases;

    @Inject
    JobRequests jobs;

    @Inject
    DeploymentService deployments;

    void onRolloutWanted(@Observes RolloutWanted wanted) {
        jobs.ensure("release-rollout", Map.of("deployment", wanted.deployment()));
    }

    /** What paused at the end of its window goes on by the signature that extended it. */
    void onWindowExtended(@Observes WindowExtended extended) {
        deployments.goOnInWindow(extended.change().toString());
    }

    void onGivenUp(@Observes DeploymentGivenUp givenUp) {
        releases.unschedule(givenUp.release(), givenUp.deployment());
    }

    void onVerified(@Observes DeploymentVerified verified) {
        releases.recordDeployment(
                verified.release(), EndOfDeployment.of(verified).broughtSomething(), verified.deployment());
    }

    void onClosed(@Observes DeploymentClosed closed) {
        releases.close(closed.release(), closed.deployment());
    }
}
