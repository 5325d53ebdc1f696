package io.throughline.deployment.domain;

import io.throughline.deployment.domain.plan.Candidate;
import io.throughline.deployment.domain.plan.FailureThreshold;
import io.throughline.deployment.domain.plan.PlanRequest;
import io.throughline.deployment.domain.plan.Planner;
import io.throughline.deployment.domain.plan.RolloutPlan;
import io.throughline.deployment.domain.plan.WaveGate;
import io.throughline.deployment.domain.plan.WaveRequest;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.RecordKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Deployments in every state, each reached by the verbs that lead there. */
public final class Deployments {

    public static final String PLANNER = "PER-000001";
    public static final String DEPLOYER = "PER-000002";
    public static final String SECOND = "PER-000003";
    public static final String VERIFIER = "PER-000004";
    public static final String SERVER = "SRV-000001";
    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private Deployments() {}

    public static Deed by(String actor) {
        return new Deed(actor, NOW, "because");
    }

    public static Deed machine() {
        return by("machine:rollout");
    }

    /**
     * A canary of two, and, when somebody lets them begin, the other eight; no wave bears a failing server, and the whole
     * three.
     */
    public static RolloutPlan plan() {
        List<Candidate> servers = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> new Candidate(
                        RecordKind.SERVER.number(i).toString(), "cart-%02d".formatted(i), "ams1", Map.of(), true))
                .toList();
        WaveRequest canary = new WaveRequest("canary", 2, null, null, null, null, null, null, null);
        WaveRequest rest = new WaveRequest("rest", null, 100, null, null, null, 60, null, WaveGate.APPROVAL);
        return Planner.plan(
                new PlanRequest(
                        List.of(canary, rest),
                        4,
                        new FailureThreshold(0, null),
                        null,
                        null,
                        new FailureThreshold(3, null)),
                servers);
    }

    public static Deployment planned() {
        DeploymentOrigin origin =
                new DeploymentOrigin("REL-000001", "CHG-000001", "a".repeat(64), "shopping-cart", "4.2.8");
        return new Deployment(RecordKind.DEPLOYMENT.number(1), origin, plan(), by(PLANNER));
    }

    public static Deployment in(DeploymentState state) {
        Deployment deployment = planned();
        if (state == DeploymentState.PLANNED) {
            return deployment;
        }
        if (state == DeploymentState.ABORTED) {
            deployment.abort(by(DEPLOYER));
            return deployment;
        }
        deployment.confirm(by("PER-000009"));
        if (state == DeploymentState.CONFIRMED) {
            return deployment;
        }
        deployment.start(DEPLOYER, by(DEPLOYER));
        switch (state) {
            case RUNNING -> {}
            case PAUSED -> deployment.pause(by(DEPLOYER));
            case ROLLING_BACK -> deployment.rollBack(DEPLOYER, by(DEPLOYER));
            case BACKED_OUT -> {
                deployment.rollBack(DEPLOYER, by(DEPLOYER));
                deployment.finish(true, machine());
            }
            case PARTIALLY_IMPLEMENTED -> deployment.finish(false, machine());
            default -> finished(deployment, state);
        }
        return deployment;
    }

    private static void finished(Deployment deployment, DeploymentState state) {
        deployment.finish(true, machine());
        if (state != DeploymentState.IMPLEMENTED) {
            deployment.verify("looked at the front door", by(VERIFIER));
        }
        if (state == DeploymentState.CLOSED) {
            deployment.close(by(VERIFIER));
        }
    }
}
