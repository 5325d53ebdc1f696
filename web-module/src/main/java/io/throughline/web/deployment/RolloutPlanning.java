package io.throughline.web.deployment;

import io.throughline.deployment.domain.plan.FailureThreshold;
import io.throughline.deployment.domain.plan.PlanRequest;
import io.throughline.deployment.domain.plan.RolloutOrder;
import io.throughline.deployment.domain.plan.WaveRequest;
import io.throughline.deployment.service.DeploymentCommands;
import io.throughline.deployment.service.DeploymentPlanning;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.Inputs;
import io.throughline.web.page.Show;
import io.throughline.web.page.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Plans the rollout of a release in waves. */
@Named
@ViewScoped
public class RolloutPlanning implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String FORM = "PLAN";

    /** What holds for all waves, as typed. */
    record Rules(
            Integer parallel,
            Integer parallelPerSite,
            FailureThreshold maxFailures,
            FailureThreshold allFailures,
            RolloutOrder order) {}

    @Inject
    transient DeploymentPlanning planning;

    @Inject
    transient Attempt attempt;

    @Inject
    transient Texts texts;

    @Inject
    Inputs input;

    private String release;
    private int waves = 3;

    /** Proposes a canary, a fifth, and the rest. */
    public void load() {
        input.set(FORM, "parallel", 5);
        propose(0, "canary", "count", 1);
        propose(1, "first", "percent", 20);
        propose(2, "rest", "percent", 100);
    }

    private void propose(int wave, String name, String field, int value) {
        input.set(form(wave), "waveName", name);
        input.set(form(wave), field, value);
    }

    public String plan() {
        return attempt.leading(texts.get("deployment.planned"), () -> {
            Rules rules = input.as(FORM, Rules.class);
            List<WaveRequest> planned = new ArrayList<>();
            for (int i = 0; i < waves; i++) {
                WaveForm typed = input.as(form(i), WaveForm.class);
                if (typed.isGiven()) {
                    planned.add(typed.request());
                }
            }
            PlanRequest request = new PlanRequest(
                    planned, rules.parallel, rules.maxFailures, rules.order, rules.parallelPerSite, rules.allFailures);
            return Show.redirectTo(
                    planning.plan(new DeploymentCommands.Plan(release, request)).number());
        });
    }

    public void addWave() {
        waves++;
    }

    /** Names of the forms of the waves, to be repeated over. */
    public List<String> getPlaces() {
        return IntStream.range(0, waves).mapToObj(RolloutPlanning::form).toList();
    }

    private static String form(int wave) {
        return "WAVE" + wave;
    }

    public String getRelease() {
        return release;
    }

    public void setRelease(String release) {
        this.release = release;
    }
}
