package io.throughline.web.release;

import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.release.domain.ReleaseState;
import io.throughline.release.service.ReleaseCommands;
import io.throughline.release.service.ReleaseService;
import io.throughline.release.service.ReleaseView;
import io.throughline.web.page.RecordPage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One release. */
@Named
@ViewScoped
public class ReleasePage extends RecordPage {

    private static final long serialVersionUID = 1L;
    private static final String[] VERBS = {
        "ACKNOWLEDGE", "PLAN_STRATEGY", "BUILD", "TEST", "ACCEPT", "PLAN_ROLLOUT", "CANCEL"
    };

    @Inject
    transient ReleaseService releases;

    private transient ReleaseView view;

    @Override
    protected RecordKind kind() {
        return RecordKind.RELEASE;
    }

    @Override
    public void load() {
        view = releases.get(record());
        opened(
                view.version(),
                possible(ReleaseState.transitions(), view.state())
                        .need(Right.RELEASE_MANAGE, "ACKNOWLEDGE", "CANCEL")
                        .need(Right.RELEASE_PLAN, "PLAN_STRATEGY")
                        .needAny("PLAN_ROLLOUT", Right.RELEASE_PLAN, Right.DEPLOYMENT_RUN)
                        .need(Right.RELEASE_BUILD, "BUILD", "TEST")
                        .need(Right.RELEASE_ACCEPT, "ACCEPT")
                        .also(view.state() == ReleaseState.ACCEPTED, "PLAN_ROLLOUT")
                        .exclude(view.builtBy(), "builder", "ACCEPT"),
                onward(),
                VERBS);
        if (view.strategy() != null) {
            input.set("PLAN_STRATEGY", "text", view.strategy().text());
            input.set("PLAN_STRATEGY", "pilots", view.strategy().pilots());
            input.set("PLAN_STRATEGY", "window", view.strategy().window());
            input.set("PLAN_STRATEGY", "deploymentModel", view.strategy().deploymentModel());
        }
    }

    private String onward() {
        return switch (view.state()) {
            case OPEN -> view.owner() == null ? "ACKNOWLEDGE" : view.strategy() == null ? "PLAN_STRATEGY" : "BUILD";
            case BUILT -> "TEST";
            case TESTED -> "ACCEPT";
            case ACCEPTED -> "PLAN_ROLLOUT";
            default -> null;
        };
    }

    public String acknowledge() {
        return tried("ACKNOWLEDGE", ReleaseCommands.Acknowledge.class, releases::acknowledge);
    }

    public String planStrategy() {
        return tried("PLAN_STRATEGY", ReleaseCommands.PlanStrategy.class, releases::planStrategy);
    }

    public String build() {
        return tried("BUILD", ReleaseCommands.Build.class, releases::build);
    }

    public String test() {
        return tried("TEST", ReleaseCommands.Test.class, releases::test);
    }

    public String accept() {
        return tried("ACCEPT", ReleaseCommands.Accept.class, releases::accept);
    }

    public String cancel() {
        return tried("CANCEL", ReleaseCommands.Cancel.class, releases::cancel);
    }

    public ReleaseView getView() {
        return view;
    }
}
