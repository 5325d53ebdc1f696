package io.throughline.operation.service;

import io.throughline.kernel.domain.RecordNumber;
import io.throughline.operation.domain.JobState;
import io.throughline.operation.service.JobClaims.Claim;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a node does about jobs, again and again: launch what waits, take over what dead nodes had, pass on the wish to
 * stop, note what has ended. Every step can be interrupted by a crash and is taken up by the next round of the next
 * boot, or of another node.
 */
final class JobSupervision {

    private static final Logger LOG = Logger.getLogger(JobSupervision.class.getName());

    private record Running(long token, long execution) {}

    private final JobClaims claims;
    private final JobStarter starter;
    private final Supplier<String> incarnation;
    private final Supplier<Set<String>> living;
    private final Map<RecordNumber, Running> running = new HashMap<>();
    private final Set<String> buried = new HashSet<>();
    private String lastIncarnation;

    /**
     * @param incarnation of this node now
     * @param living incarnations that nobody has declared dead
     */
    JobSupervision(JobClaims claims, JobStarter starter, Supplier<String> incarnation, Supplier<Set<String>> living) {
        this.claims = claims;
        this.starter = starter;
        this.incarnation = incarnation;
        this.living = living;
    }

    void round() {
        abandonWhatWasTakenAway();
        for (Claim waiting : claims.waiting()) {
            attempt(() -> claims.claim(waiting.number(), lastIncarnation).ifPresent(this::begin), waiting);
        }
        List<Claim> launched = claims.launched();
        Set<String> alive = living.get();
        for (Claim claim : launched) {
            attempt(() -> attend(claim, alive), claim);
        }
    }

    /** Others declared this node dead: what it runs is theirs now. */
    private void abandonWhatWasTakenAway() {
        String current = incarnation.get();
        if (lastIncarnation != null && !lastIncarnation.equals(current)) {
            stopAll();
            running.clear();
        }
        lastIncarnation = current;
    }

    private void attend(Claim claim, Set<String> alive) {
        boolean mine = lastIncarnation.equals(claim.owner());
        Running local = running.get(claim.number());
        if (mine && local != null && local.token() == claim.token()) {
            watch(claim, local);
        } else if (mine || !alive.contains(claim.owner())) {
            takeOver(claim);
        }
    }

    private void watch(Claim claim, Running local) {
        Optional<JobStarter.Ending> ending = starter.ending(local.execution());
        if (ending.isPresent()) {
            claims.ended(claim.number(), claim.token(), ending.get());
            running.remove(claim.number());
        } else if (claim.stopAsked()) {
            starter.stop(local.execution());
        }
    }

    private void takeOver(Claim claim) {
        if (!lastIncarnation.equals(claim.owner()) && buried.add(claim.owner())) {
            starter.bury(claim.owner());
        }
        claims.takeOver(claim.number(), claim.token(), lastIncarnation).ifPresent(this::begin);
    }

    private void begin(Claim claim) {
        if (claim.stopAsked()) {
            claims.ended(
                    claim.number(),
                    claim.token(),
                    new JobStarter.Ending(JobState.STOPPED, "stopped before it could go on"));
            return;
        }
        try {
            Optional<JobStarter.Ending> over =
                    claim.executionId() == null ? Optional.empty() : completed(claim.executionId());
            if (over.isPresent()) {
                claims.ended(claim.number(), claim.token(), over.get());
                return;
            }
            long execution = claim.executionId() == null
                    ? starter.start(claim.job().jobName(), engineParameters(claim))
                    : starter.restart(claim.executionId(), engineParameters(claim));
            running.put(claim.number(), new Running(claim.token(), execution));
            claims.executed(claim.number(), claim.token(), execution);
        } catch (JobNotStarted refused) {
            LOG.log(Level.WARNING, "{0} could not be started: {1}", new Object[] {claim.number(), refused.getMessage()
            });
            claims.ended(claim.number(), claim.token(), new JobStarter.Ending(JobState.FAILED, refused.getMessage()));
        }
    }

    /** The process died after the job had ended and before that was noted. */
    private Optional<JobStarter.Ending> completed(long execution) {
        return starter.ending(execution).filter(ending -> ending.state() == JobState.COMPLETED);
    }

    private static Map<String, String> engineParameters(Claim claim) {
        Map<String, String> parameters = new HashMap<>();
        claim.job().parameters().stream()
                .filter(parameter -> !parameter.many())
                .filter(parameter -> claim.parameters().containsKey(parameter.name()))
                .forEach(parameter ->
                        parameters.put(parameter.name(), claim.parameters().get(parameter.name())));
        parameters.put(JobStarter.REQUEST, claim.number().toString());
        parameters.put(JobStarter.TOKEN, Long.toString(claim.token()));
        parameters.put(JobStarter.INCARNATION, claim.owner());
        if (claim.onBehalfOf() != null) {
            parameters.put(JobStarter.ON_BEHALF_OF, claim.onBehalfOf());
        }
        return parameters;
    }

    /** Asks everything that this node runs to stop; whoever takes over goes on with it. */
    void stopAll() {
        running.forEach((number, local) -> {
            try {
                starter.stop(local.execution());
            } catch (RuntimeException gone) {
                LOG.log(Level.FINE, number + " could not be stopped", gone);
            }
        });
    }

    boolean idle() {
        return running.values().stream()
                .allMatch(local -> starter.ending(local.execution()).isPresent());
    }

    private static void attempt(Runnable step, Claim claim) {
        try {
            step.run();
        } catch (RuntimeException again) {
            // another node was first, or the database is busy or away: the next round looks again
            LOG.log(Level.FINE, claim.number() + " is left to the next round", again);
        }
    }
}
