package io.throughline.operation.service;

import io.throughline.kernel.persistence.History;
import io.throughline.operation.domain.JobRequest;
import io.throughline.operation.domain.JobState;
import io.throughline.operation.domain.JobVerb;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A job as people see it.
 *
 * @param state REQUESTED, RUNNING, STOPPING, RECOVERING (the node that ran it is dead, another will go on), COMPLETED,
 *     FAILED or STOPPED
 * @param node incarnation of the node that has it
 * @param allowed what people may do with it now
 */
public record JobView(
        String number,
        long version,
        String job,
        String state,
        Map<String, String> parameters,
        String requestedBy,
        String onBehalfOf,
        String schedule,
        String node,
        long token,
        Long executionId,
        Instant requestedAt,
        Instant startedAt,
        Instant endedAt,
        String exitStatus,
        List<JobVerb> allowed,
        List<History.Step> history) {

    /**
     * @param alive whether the node of this incarnation lives
     * @param busy whether some job works on the same subject now
     * @param history its steps from state to state; empty in a list
     */
    static JobView from(JobRequest request, Predicate<String> alive, boolean busy, List<History.Step> history) {
        return new JobView(
                request.number().toString(),
                request.version(),
                request.job().jobName(),
                shown(request, alive),
                request.parameters(),
                request.requestedBy(),
                request.onBehalfOf(),
                request.schedule(),
                request.owner(),
                request.token(),
                request.executionId().orElse(null),
                request.requestedAt(),
                request.launchedAt(),
                request.endedAt(),
                request.exit(),
                JobState.TRANSITIONS.allowed(request.state()).stream()
                        .filter(JobVerb::byPeople)
                        .filter(verb -> verb != JobVerb.STOP || !request.stopAsked())
                        .filter(verb -> verb != JobVerb.RESTART || !busy)
                        .toList(),
                history);
    }

    private static String shown(JobRequest request, Predicate<String> alive) {
        if (request.state() != JobState.LAUNCHED) {
            return request.state().name();
        }
        if (!alive.test(request.owner())) {
            return "RECOVERING";
        }
        return request.stopAsked() ? "STOPPING" : "RUNNING";
    }
}
