package io.throughline.batch.rollout;

import io.throughline.batch.connector.runner.HostOutcome;
import io.throughline.batch.connector.runner.RunnerReport;
import io.throughline.deployment.domain.target.Claim;
import io.throughline.deployment.domain.target.Outcome;
import io.throughline.deployment.domain.target.StepEvidence;
import io.throughline.deployment.domain.target.TargetAction;
import io.throughline.deployment.domain.target.TargetState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in the words of the ledger what a host has reported. */
final class Outcomes {

    private final String packageDigest;

    Outcomes(String packageDigest) {
        this.packageDigest = packageDigest;
    }

    Outcome of(Claim claim, RunnerReport report, Instant answeredAt) {
        TargetState state = state(claim.action(), report.outcome());
        boolean wished = reached(claim.action(), state);
        boolean digestSeen = report.outcome() == HostOutcome.VERIFIED;
        return new Outcome(
                claim,
                state,
                changed(report),
                known(report.before()),
                known(report.level()),
                digestSeen ? packageDigest : null,
                wished ? null : key(report.outcome()),
                wished ? null : reason(report),
                steps(claim, report, answeredAt));
    }

    /** Where an answer to this action leads. What was sent and is not known to have ended leads to a verification. */
    static TargetState state(TargetAction action, HostOutcome outcome) {
        return switch (action) {
            case INSTALL ->
                switch (outcome) {
                    case VERIFIED -> TargetState.VERIFIED;
                    case UP_TO_DATE -> TargetState.UP_TO_DATE;
                    case FAILED, REFUSED, ROLLED_BACK -> TargetState.FAILED;
                    case UNREACHABLE -> TargetState.UNREACHABLE;
                    case QUARANTINED -> TargetState.QUARANTINED;
                    case BUSY, FENCED, NOT_APPLIED, HALF_APPLIED, IN_DOUBT -> TargetState.IN_DOUBT;
                };
            case VERIFY ->
                switch (outcome) {
                    case VERIFIED -> TargetState.VERIFIED;
                    case UP_TO_DATE -> TargetState.UP_TO_DATE;
                    case NOT_APPLIED, HALF_APPLIED -> TargetState.PENDING;
                    case FAILED, REFUSED -> TargetState.FAILED;
                    case ROLLED_BACK -> TargetState.ROLLED_BACK;
                    case QUARANTINED -> TargetState.QUARANTINED;
                    case BUSY, FENCED, UNREACHABLE, IN_DOUBT -> TargetState.IN_DOUBT;
                };
            case ROLLBACK ->
                switch (outcome) {
                    case ROLLED_BACK -> TargetState.ROLLED_BACK;
                    case UNREACHABLE -> TargetState.UNREACHABLE;
                    case QUARANTINED -> TargetState.QUARANTINED;
                    case BUSY, FENCED, IN_DOUBT -> TargetState.IN_DOUBT;
                    case FAILED, REFUSED, VERIFIED, UP_TO_DATE, NOT_APPLIED, HALF_APPLIED -> TargetState.FAILED;
                };
        };
    }

    private static boolean reached(TargetAction action, TargetState state) {
        return switch (action) {
            case INSTALL, VERIFY -> state == TargetState.VERIFIED || state == TargetState.UP_TO_DATE;
            case ROLLBACK -> state == TargetState.ROLLED_BACK;
        };
    }

    /** A host that stopped in the middle, or did it under an earlier order, has something of the package too. */
    private static boolean changed(RunnerReport report) {
        return report.changed()
                || report.outcome() == HostOutcome.VERIFIED
                || report.outcome() == HostOutcome.HALF_APPLIED;
    }

    private static String key(HostOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String reason(RunnerReport report) {
        if (!report.reason().isEmpty()) {
            return report.reason();
        }
        return switch (report.outcome()) {
            case NOT_APPLIED -> "Nothing of the package happened on the host.";
            case HALF_APPLIED -> "The host stopped in the middle of the package.";
            case ROLLED_BACK -> "The host has the level from before.";
            default -> "The host reported " + report.outcome() + ".";
        };
    }

    private static List<StepEvidence> steps(Claim claim, RunnerReport report, Instant answeredAt) {
        String action = claim.action().name().toLowerCase(Locale.ROOT);
        long millis = report.duration().toMillis();
        List<StepEvidence> steps = new ArrayList<>();
        report.outputs()
                .forEach(
                        (step, output) -> steps.add(new StepEvidence(step, exit(report, step), output, 0, answeredAt)));
        steps.add(new StepEvidence(
                action + " order", null, report.outcome() + " " + report.reason(), millis, answeredAt));
        return steps;
    }

    /** The runner goes on only after a step that ended well; of the one that failed, the reason tells. */
    private static Integer exit(RunnerReport report, String step) {
        return report.step().equals(step) || report.outcome() == HostOutcome.IN_DOUBT ? null : 0;
    }

    private static String known(String level) {
        return level.isEmpty() ? null : level;
    }
}
