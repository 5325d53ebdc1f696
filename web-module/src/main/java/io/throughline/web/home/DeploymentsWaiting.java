package io.throughline.web.home;

import static io.throughline.web.home.Waiting.COUNTED;

import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.service.DeploymentReader;
import io.throughline.identity.domain.Right;
import io.throughline.web.home.Waiting.Line;
import io.throughline.web.page.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Rollouts that wait for somebody with the viewer's rights. */
@RequestScoped
public class DeploymentsWaiting {

    @Inject
    Viewer viewer;

    @Inject
    DeploymentReader deployments;

    List<Waiting> forViewer() {
        List<Waiting> waiting = new ArrayList<>();
        if (viewer.may(Right.CHANGE_COORDINATE)) {
            waiting.add(inState(DeploymentState.PLANNED));
        }
        if (viewer.may(Right.DEPLOYMENT_RUN)) {
            waiting.add(inState(DeploymentState.CONFIRMED));
            waiting.add(inState(DeploymentState.RUNNING));
            waiting.add(inState(DeploymentState.PAUSED));
        }
        if (viewer.may(Right.DEPLOYMENT_VERIFY)) {
            waiting.add(inState(DeploymentState.IMPLEMENTED));
            waiting.add(inState(DeploymentState.PARTIALLY_IMPLEMENTED));
            waiting.add(inState(DeploymentState.BACKED_OUT));
        }
        return waiting;
    }

    private Waiting inState(DeploymentState state) {
        return Waiting.of(
                "deployments." + state,
                "/deployment/list.xhtml?state=" + state,
                deployments.page(state, null, null, COUNTED),
                one -> new Line(one.number(), one.product() + " " + one.wantedVersion(), one.shown()));
    }
}
