package io.throughline.web.deployment;

import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.service.DeploymentReader;
import io.throughline.deployment.service.DeploymentView;
import io.throughline.kernel.domain.Page;
import io.throughline.web.page.ListPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Deployments, newest first. */
@Named
@RequestScoped
public class DeploymentList extends ListPage<DeploymentView> {

    @Inject
    DeploymentReader deployments;

    private String state;
    private String change;

    @Override
    protected Page<DeploymentView> read(Long from, int size) {
        return deployments.page(given(DeploymentState.class, state), given(change), from, size);
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getChange() {
        return change;
    }

    public void setChange(String change) {
        this.change = change;
    }
}
