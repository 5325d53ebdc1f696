package io.throughline.operation.service;

import io.throughline.operation.domain.JobState;
import java.util.Map;
import java.util.Optional;

/** What the batch engine does for the processes. Implemented where the engine is. */
public interface JobStarter {

    /** Names of the parameters that every execution is given beside the job's own. */
    String REQUEST = "request";

    String TOKEN = "token";
    String INCARNATION = "incarnation";
    String ON_BEHALF_OF = "onBehalfOf";

    /**
     * How an execution ended.
     *
     * @param state COMPLETED, FAILED or STOPPED
     * @param exit what the job said at its end
     */
    record Ending(JobState state, String exit) {}

    /**
     * @return number of the execution
     * @throws JobNotStarted when the engine refuses
     */
    long start(String jobName, Map<String, String> parameters);

    /**
     * Lets an execution that did not complete go on in a new one.
     *
     * @return number of the new execution
     * @throws JobNotStarted when the engine refuses
     */
    long restart(long execution, Map<String, String> parameters);

    /** Asks an execution to stop at its next safe point; does nothing when it is over. */
    void stop(long execution);

    /** How the execution ended; empty while it runs. */
    Optional<Ending> ending(long execution);

    /** Marks what the engine's own tables still show as running under a process that is gone. */
    void bury(String incarnation);
}
