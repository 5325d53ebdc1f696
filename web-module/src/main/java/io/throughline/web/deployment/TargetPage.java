package io.throughline.web.deployment;

import io.throughline.deployment.service.DeploymentReader;
import io.throughline.deployment.service.TargetView;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One server of a rollout with the evidence of all that was run there. */
@Named
@RequestScoped
public class TargetPage {

    @Inject
    DeploymentReader deployments;

    private String deployment;
    private String server;
    private TargetView view;

    public void load() {
        view = deployments.target(RecordNumber.parse(RecordKind.DEPLOYMENT, "deployment", deployment), server);
    }

    public TargetView getView() {
        return view;
    }

    public String getDeployment() {
        return deployment;
    }

    public void setDeployment(String deployment) {
        this.deployment = deployment;
    }

    public String getServer() {
        return server;
    }

    public void setServer(String server) {
        this.server = server;
    }
}
