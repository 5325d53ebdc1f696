package io.throughline.deployment.service;

import io.throughline.deployment.domain.DeploymentState;
import io.throughline.operation.domain.JobVerb;
import io.throughline.operation.service.JobView;
import java.util.List;

/**
 * The job that carries a rollout out.
 *
 * @param state as in the list of jobs
 * @param allowed what people with the right JOB_OPERATE may do with it now
 */
public record RolloutJob(String number, String state, List<JobVerb> allowed) {

    /** Nobody works on it: its process is dead, or failed. Another goes on without being asked. */
    private static final String RECOVERING = "RECOVERING";

    static RolloutJob from(JobView job) {
        return new RolloutJob(job.number(), job.state(), job.allowed());
    }

    /**
     * A deployment's state as people are to read it: that hosts are started is said only while somebody is there to
     * start them. A job that was just asked for, or that ended in the moment in which a pause did, counts as there: a
     * living node takes it up within seconds.
     *
     * @param job the last one on this deployment; null when there is none
     */
    static String shown(DeploymentState state, RolloutJob job) {
        if (!state.isActive() || job == null) {
            return state.name();
        }
        return switch (job.state) {
            case RECOVERING, "FAILED" -> RECOVERING;
            case "STOPPING", "STOPPED" -> job.state;
            default -> state.name();
        };
    }
}
