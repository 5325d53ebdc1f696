package io.throughline.batch.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** An execution that the engine's store shows as running although no process of this boot has started it. */
public record LeftBehindExecution(long executionId, long instanceId, String jobName) {

    private static final String QUERY = """
            SELECT e.JOBEXECUTIONID, e.JOBINSTANCEID, i.JOBNAME
            FROM %1$sJOB_EXECUTION e JOIN %1$sJOB_INSTANCE i ON e.JOBINSTANCEID = i.JOBINSTANCEID
            WHERE e.BATCHSTATUS IN ('STARTING', 'STARTED', 'STOPPING')
            ORDER BY e.JOBEXECUTIONID""".formatted(ContainerBatchEnvironment.TABLE_PREFIX);

    static List<LeftBehindExecution> readAll(DataSource dataSource) throws SQLException {
        List<LeftBehindExecution> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(QUERY);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new LeftBehindExecution(rows.getLong(1), rows.getLong(2), rows.getString(3)));
            }
        }
        return List.copyOf(found);
    }
}
