package io.throughline.web.deployment;

import io.throughline.deployment.domain.target.TargetState;
import io.throughline.deployment.service.DeploymentCommands;
import io.throughline.deployment.service.DeploymentPlanning;
import io.throughline.deployment.service.DeploymentService;
import io.throughline.deployment.service.TargetService;
import io.throughline.web.page.Inputs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;

/** What is done with the rollout that is open on the page. */
@Named
@RequestScoped
public class DeploymentDeeds {

    @Inject
    DeploymentPage page;

    @Inject
    DeploymentPlanning planning;

    @Inject
    DeploymentService deployments;

    @Inject
    TargetService targets;

    @Inject
    Inputs input;

    public String confirm() {
        return page.tried("CONFIRM", planning::confirm);
    }

    public String start() {
        return page.tried("START", deployments::start);
    }

    public String pause() {
        return page.tried("PAUSE", DeploymentCommands.OptionalReason.class, deployments::pause);
    }

    public String resume() {
        return page.tried("RESUME", deployments::resume);
    }

    public String approveWave() {
        return page.tried("APPROVE_WAVE", deployments::approveWave);
    }

    public String retry() {
        return page.tried("RETRY", DeploymentCommands.Retry.class, targets::retry);
    }

    public String exclude() {
        return page.tried("EXCLUDE", DeploymentCommands.Exclude.class, targets::exclude);
    }

    public String approveExclusion() {
        return page.tried(
                "APPROVE_EXCLUSION",
                (number, version) ->
                        targets.approveExclusion(number, version, input.text("APPROVE_EXCLUSION", "server")));
    }

    public String rollBack() {
        return page.tried("ROLL_BACK", DeploymentCommands.Reason.class, deployments::rollBack);
    }

    public String abort() {
        return page.tried("ABORT", DeploymentCommands.Reason.class, deployments::abort);
    }

    public String verify() {
        return page.tried("VERIFY", DeploymentCommands.Verify.class, deployments::verify);
    }

    public String close() {
        return page.tried("CLOSE", deployments::close);
    }

    /** Servers that can be tried again or left out. */
    public List<SelectItem> getTroubled() {
        return items(TargetState.FAILING);
    }

    public List<SelectItem> getExcludable() {
        return items(TargetState.EXCLUDABLE);
    }

    private List<SelectItem> items(Set<TargetState> states) {
        return page.getTargets().stream()
                .filter(target -> states.contains(target.state()))
                .map(target -> new SelectItem(target.server(), target.name() + " (" + target.state() + ")"))
                .toList();
    }

    /** Servers whose exclusion waits for a second person. */
    public List<SelectItem> getAsked() {
        return page.getView().exclusions().stream()
                .filter(one -> one.approvedAt() == null)
                .map(one -> new SelectItem(one.server(), one.server() + ": " + one.reason()))
                .toList();
    }
}
