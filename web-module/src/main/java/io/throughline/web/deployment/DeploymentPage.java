package io.throughline.web.deployment;

import io.throughline.change.service.ChangeService;
import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.domain.target.TargetState;
import io.throughline.deployment.service.DeploymentReader;
import io.throughline.deployment.service.DeploymentView;
import io.throughline.deployment.service.TargetView;
import io.throughline.deployment.service.WaveView;
import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.web.page.Possibilities;
import io.throughline.web.page.RecordPage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** One rollout, live: every push reads it again. What is done with it is in {@link DeploymentDeeds}. */
@Named
@ViewScoped
public class DeploymentPage extends RecordPage {

    private static final long serialVersionUID = 1L;
    private static final int MOST_CELLS = 5000;
    private static final String[] RUN = {"START", "PAUSE", "RESUME", "RETRY", "EXCLUDE", "ABORT", "ROLL_BACK"};
    private static final String[] OFFERED = {
        "CONFIRM",
        "START",
        "PAUSE",
        "RESUME",
        "APPROVE_WAVE",
        "RETRY",
        "EXCLUDE",
        "APPROVE_EXCLUSION",
        "ROLL_BACK",
        "ABORT",
        "VERIFY",
        "CLOSE"
    };

    @Inject
    transient DeploymentReader deployments;

    @Inject
    transient ChangeService changes;

    @Inject
    transient RolloutWatch watch;

    private transient DeploymentView view;
    private transient List<TargetView> targets = List.of();
    private String service;

    @Override
    protected RecordKind kind() {
        return RecordKind.DEPLOYMENT;
    }

    @Override
    public void load() {
        view = deployments.get(record());
        targets = deployments.targets(record(), null, null, null, MOST_CELLS).items();
        if (service == null) {
            service = changes.get(RecordNumber.parse(view.change())).service();
        }
        Possibilities possible = possible(DeploymentState.transitions(), view.state())
                .need(Right.DEPLOYMENT_RUN, RUN)
                .need(Right.CHANGE_COORDINATE, "CONFIRM")
                .need(Right.SECOND_PERSON, "APPROVE_EXCLUSION")
                .need(Right.DEPLOYMENT_VERIFY, "VERIFY")
                .needAny("APPROVE_WAVE", Right.RELEASE_PLAN, Right.DEPLOYMENT_VERIFY, Right.SECOND_PERSON)
                .hinder(!waitsForApproval(), "whynot.noWave", "APPROVE_WAVE")
                .needAny("CLOSE", Right.DEPLOYMENT_VERIFY, Right.DEPLOYMENT_RUN)
                .hinder(
                        view.exclusions().stream().allMatch(one -> one.approvedAt() != null),
                        "whynot.noExclusion",
                        "APPROVE_EXCLUSION");
        view.deployers().forEach(deployer -> possible.exclude(deployer, "deployer", "VERIFY", "APPROVE_WAVE"));
        opened(view.version(), possible, onward(), OFFERED);
    }

    private String onward() {
        return switch (view.state()) {
            case PLANNED -> "CONFIRM";
            case CONFIRMED -> "START";
            case PAUSED -> waitsForApproval() ? "APPROVE_WAVE" : view.failing() > 0 ? "RETRY" : "RESUME";
            case IMPLEMENTED, PARTIALLY_IMPLEMENTED, BACKED_OUT, ABORTED -> "VERIFY";
            case VERIFIED -> "CLOSE";
            default -> null;
        };
    }

    private boolean waitsForApproval() {
        return "wave-approval".equals(view.haltKey());
    }

    /** A push came: reads again, and shows other deeds only when the state is another, so that nothing typed is lost. */
    public void moved() {
        var rendered = FacesContext.getCurrentInstance().getPartialViewContext().getRenderIds();
        if (view == null) {
            // the push overtook the redirect of a deed: this page is being left, and nothing of it is drawn again
            rendered.clear();
            return;
        }
        DeploymentState former = view.state();
        load();
        if (view.state() != former) {
            FacesContext.getCurrentInstance()
                    .getPartialViewContext()
                    .getRenderIds()
                    .add("deeds");
        }
    }

    /** How many servers of a wave are through, whatever came of them. */
    public long through(WaveView wave) {
        return wave.states().entrySet().stream()
                .filter(entry ->
                        entry.getKey() != TargetState.PENDING && !TargetState.IN_FLIGHT.contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Tells the watch that somebody looks at this rollout: from then on its changes are pushed. */
    public void attend() {
        watch.attend(getNumber());
    }

    public DeploymentView getView() {
        return view;
    }

    public List<TargetView> getTargets() {
        return targets;
    }

    public String getService() {
        return service;
    }
}
