package io.throughline.batch.engine;

import io.throughline.operation.domain.JobState;
import io.throughline.operation.service.JobNotStarted;
import io.throughline.operation.service.JobStarter;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.StepExecution;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jberet.runtime.StepExecutionImpl;
import org.jberet.spi.PropertyKey;

/** Starts, stops and restarts jobs in JBeret. */
final class EngineStarter implements JobStarter {

    /** Executions carry their incarnation among their parameters; an incarnation is a UUID, so nothing else matches. */
    private static final List<String> BURY = List.of(
            "UPDATE %1$sSTEP_EXECUTION SET BATCHSTATUS = 'FAILED' WHERE BATCHSTATUS IN ('STARTING', 'STARTED', 'STOPPING')"
                    + " AND JOBEXECUTIONID IN (SELECT JOBEXECUTIONID FROM %1$sJOB_EXECUTION WHERE JOBPARAMETERS LIKE ?)",
            "UPDATE %1$sJOB_EXECUTION SET BATCHSTATUS = 'FAILED', EXITSTATUS = 'its process died', ENDTIME = CURRENT_TIMESTAMP"
                    + " WHERE BATCHSTATUS IN ('STARTING', 'STARTED', 'STOPPING') AND JOBPARAMETERS LIKE ?");

    private final JobOperator operator;
    private final DataSource dataSource;

    EngineStarter(JobOperator operator, DataSource dataSource) {
        this.operator = operator;
        this.dataSource = dataSource;
    }

    @Override
    public long start(String jobName, Map<String, String> parameters) {
        try {
            return operator.start(jobName, properties(parameters));
        } catch (BatchRuntimeException refused) {
            throw new JobNotStarted(reason(refused), refused);
        }
    }

    @Override
    public long restart(long execution, Map<String, String> parameters) {
        Properties properties = properties(parameters);
        // Our own beats have told that the former execution is over; the engine would guess from this JVM's memory.
        properties.setProperty(PropertyKey.RESTART_MODE, PropertyKey.RESTART_MODE_FORCE);
        try {
            return operator.restart(execution, properties);
        } catch (BatchRuntimeException refused) {
            throw new JobNotStarted(reason(refused), refused);
        }
    }

    @Override
    public void stop(long execution) {
        try {
            operator.stop(execution);
        } catch (JobExecutionNotRunningException over) {
            // what is over needs no stop
            return;
        }
    }

    @Override
    public Optional<Ending> ending(long execution) {
        JobExecution found = operator.getJobExecution(execution);
        return Optional.ofNullable(state(found.getBatchStatus())).map(state -> new Ending(state, said(found)));
    }

    /** What the job said at its end: its own words, else those of its last step, and why that failed if it did. */
    private String said(JobExecution execution) {
        String said = String.valueOf(execution.getExitStatus());
        List<StepExecution> steps = operator.getStepExecutions(execution.getExecutionId());
        if (steps.isEmpty() || !said.equals(String.valueOf(execution.getBatchStatus()))) {
            return said;
        }
        StepExecution last = steps.get(steps.size() - 1);
        return last instanceof StepExecutionImpl failed && failed.getException() != null
                ? said + ": " + failed.getException()
                : String.valueOf(last.getExitStatus());
    }

    private static JobState state(BatchStatus status) {
        return switch (status) {
            case COMPLETED -> JobState.COMPLETED;
            case FAILED, ABANDONED -> JobState.FAILED;
            case STOPPED -> JobState.STOPPED;
            case STARTING, STARTED, STOPPING -> null;
        };
    }

    @Override
    public void bury(String incarnation) {
        try (Connection connection = dataSource.getConnection()) {
            for (String sql : BURY) {
                try (PreparedStatement statement =
                        connection.prepareStatement(sql.formatted(ContainerBatchEnvironment.TABLE_PREFIX))) {
                    statement.setString(1, "%" + incarnation + "%");
                    statement.executeUpdate();
                }
            }
        } catch (SQLException again) {
            throw new IllegalStateException("The executions of " + incarnation + " could not be marked", again);
        }
    }

    private static Properties properties(Map<String, String> parameters) {
        Properties properties = new Properties();
        properties.putAll(parameters);
        return properties;
    }

    private static String reason(BatchRuntimeException refused) {
        return refused.getMessage() == null ? refused.getClass().getSimpleName() : refused.getMessage();
    }
}
