package io.throughline.deployment.persistence;

import io.throughline.deployment.domain.target.Claim;
import io.throughline.deployment.domain.target.Outcome;
import io.throughline.deployment.domain.target.StepEvidence;
import io.throughline.deployment.domain.target.TargetAction;
import io.throughline.deployment.domain.target.TargetLedger.Evidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What was run on hosts, step by step: written once with the outcome, read and never changed. */
record EvidenceTable(Sql sql) {

    /** The steps of outcomes that were recorded, in the order in which they were run. */
    void store(List<Outcome> outcomes) {
        record Row(Outcome outcome, int number, StepEvidence step) {}
        List<Row> rows = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            int number = 1;
            for (StepEvidence step : outcome.steps()) {
                rows.add(new Row(outcome, number++, step));
            }
        }
        sql.each("""
                INSERT INTO deployment_evidence (deployment_id, target_position, token, step_number, action_done,
                  step_command, exit_status, step_output, duration_millis, digest, answered_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows, row -> {
            Claim claim = row.outcome.claim();
            return new Object[] {
                claim.deploymentId(),
                claim.position(),
                claim.token(),
                row.number,
                claim.action(),
                row.step.command(),
                row.step.exit(),
                row.step.output(),
                row.step.durationMillis(),
                row.outcome.digest(),
                row.step.answeredAt()
            };
        });
    }

    /** All that was run on one target, oldest first. */
    List<Evidence> of(long deployment, int position) {
        return sql.query(
                "SELECT * FROM deployment_evidence WHERE deployment_id = ? AND target_position = ?"
                        + " ORDER BY token, step_number",
                EvidenceTable::evidence,
                deployment,
                position);
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        int exit = row.getInt("exit_status");
        Integer status = row.wasNull() ? null : exit;
        return new Evidence(
                row.getLong("token"),
                Sql.constant(TargetAction.class, row, "action_done"),
                row.getInt("step_number"),
                new StepEvidence(
                        row.getString("step_command"),
                        status,
                        row.getString("step_output"),
                        row.getLong("duration_millis"),
                        Sql.instant(row, "answered_at")),
                row.getString("digest"));
    }
}
