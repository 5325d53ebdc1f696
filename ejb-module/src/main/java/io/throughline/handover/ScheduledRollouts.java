package io.throughline.handover;

import io.throughline.change.domain.template.TemplateState;
import io.throughline.change.service.ChangeTemplateService;
import io.throughline.change.service.ChangeView;
import io.throughline.change.service.PreAuthorizedChanges;
import io.throughline.change.service.TemplateView;
import io.throughline.deployment.domain.plan.FailureThreshold;
import io.throughline.deployment.domain.plan.PlanRequest;
import io.throughline.deployment.domain.plan.WaveRequest;
import io.throughline.deployment.service.DeploymentCommands;
import io.throughline.deployment.service.DeploymentPlanning;
import io.throughline.deployment.service.DeploymentReader;
import io.throughline.deployment.service.DeploymentService;
import io.throughline.deployment.service.DeploymentView;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.domain.refusal.NotFound;
import io.throughline.kernel.service.Acting;
import io.throughline.operation.domain.ScheduleRun.Rollout;
import io.throughline.operation.service.StandardRollouts;
import io.throughline.release.service.OpenRelease;
import io.throughline.release.service.ReleaseRepeating;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/**
 * The run of a scheduled rollout, in one transaction: a change of the template, authorized with it; the accepted release
 * of the template's package again; a deployment of that to the change's servers, confirmed inside the change's envelope.
 * What any of them refuses ends the run with nothing left behind, and the schedule tells why.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ScheduledRollouts implements StandardRollouts {

    @Inject
    ChangeTemplateService templates;

    @Inject
    PreAuthorizedChanges changes;

    @Inject
    ReleaseRepeating releases;

    @Inject
    DeploymentPlanning planning;

    @Inject
    DeploymentReader deployments;

    @Inject
    DeploymentService rollouts;

    @Override
    public void check(String template) {
        TemplateView known = known(template);
        if (known.state() != TemplateState.AUTHORIZED) {
            throw refusal("must be authorized; %s is %s".formatted(template, known.state()));
        }
        if (known.packageSha256() == null) {
            throw refusal("must name the package that each run deploys; %s names none".formatted(template));
        }
        try {
            releases.accepted(known.packageSha256());
        } catch (Conflict notAccepted) {
            throw refusal("must name a package that is accepted: " + notAccepted.getMessage());
        }
        if (known.authority().equals(Acting.required().actor())) {
            throw Forbidden.fourEyes(template, "authorizer", "schedule its changes");
        }
    }

    private TemplateView known(String template) {
        try {
            return templates.get(RecordNumber.parse(RecordKind.CHANGE_TEMPLATE, "changeTemplate", template));
        } catch (NotFound unknown) {
            throw refusal("must be the number of a change template; there is no " + template);
        }
    }

    private static Invalid refusal(String allowed) {
        return Invalid.field("changeTemplate", allowed);
    }

    @Override
    public Rollout prepare(String template, String schedule) {
        RecordNumber number = RecordNumber.parse(RecordKind.CHANGE_TEMPLATE, "changeTemplate", template);
        TemplateView standard = templates.get(number);
        if (standard.packageSha256() == null) {
            throw new Conflict("no-package", template + " names no package that a run could deploy.");
        }
        ReleaseRepeating.Accepted accepted = releases.accepted(standard.packageSha256());
        ChangeView change = templates.makeChange(number);
        changes.coordinate(RecordNumber.parse(change.number()), accepted.manager());
        String release = releases.repeat(
                new OpenRelease(
                        change.number(),
                        standard.title(),
                        standard.product(),
                        standard.productVersion(),
                        change.priority().name(),
                        false,
                        accepted.manager()),
                standard.packageSha256());
        DeploymentView planned = planning.plan(new DeploymentCommands.Plan(
                release, plan(standard, change.targets().size())));
        planning.confirmStandard(RecordNumber.parse(planned.number()));
        return new Rollout(change.number(), release, planned.number());
    }

    /** The template's steps over as many servers as there are this time. */
    private static PlanRequest plan(TemplateView standard, int servers) {
        List<WaveRequest> waves = new ArrayList<>();
        for (int count : standard.rollout().waves(servers)) {
            String name = waves.isEmpty() && standard.rollout().canary() > 0 ? "canary" : null;
            waves.add(new WaveRequest(
                    name, count, null, null, null, null, standard.rollout().soakSeconds(), null, null));
        }
        FailureThreshold borne = new FailureThreshold(standard.rollout().maxFailures(), null);
        return new PlanRequest(waves, standard.rollout().parallel(), borne, null, null, null);
    }

    @Override
    public void start(Rollout rollout) {
        RecordNumber number = RecordNumber.parse(rollout.deployment());
        rollouts.start(number, deployments.get(number).version());
    }
}
