package io.throughline.deployment.persistence;

import static io.throughline.deployment.domain.target.TargetState.IN_DOUBT;

import io.throughline.deployment.domain.target.Claim;
import io.throughline.deployment.domain.target.Outcome;
import io.throughline.deployment.domain.target.Target;
import io.throughline.deployment.domain.target.TargetAction;
import io.throughline.deployment.domain.target.TargetCourse;
import io.throughline.deployment.domain.target.TargetLedger;
import io.throughline.deployment.domain.target.TargetState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The ledger in one table, its evidence in another; with the same statements for both databases. */
@ApplicationScoped
class JdbcTargetLedger implements TargetLedger {

    private static final String KEY = " WHERE deployment_id = ? AND target_position = ?";
    private static final String SELECT = "SELECT t.* FROM deployment_target t WHERE t.deployment_id = ?";
    private static final String IN_HAND = "('CLAIMED', 'INTENDED')";

    private static final List<TargetAction> VERIFY_FIRST =
            List.of(TargetAction.VERIFY, TargetAction.INSTALL, TargetAction.ROLLBACK);

    /** What counts against a wave's threshold. */
    private static final String FAILING = """
            SUM(CASE WHEN target_state IN ('FAILED', 'UNREACHABLE', 'QUARANTINED') THEN 1
              WHEN target_state = 'IN_DOUBT' AND NOT (next_action IS NOT NULL
                AND COALESCE(reason_key, '') IN ('owner-died', 'to-be-verified')) THEN 1
              ELSE 0 END)""";

    /** What going back asks of a target that nobody has in hand; both the column of its state and TRUE are put in. */
    private static final String BACK = """
            CASE WHEN %s = 'IN_DOUBT' THEN 'VERIFY'
              WHEN touched = ? THEN 'ROLLBACK'
              ELSE NULL END""";

    private final Sql sql;
    private final EvidenceTable evidence;

    @Inject
    JdbcTargetLedger(EntityManager entities) {
        this(() -> entities.unwrap(Connection.class));
    }

    /** For the container's proxy only. */
    JdbcTargetLedger() {
        this((Supplier<Connection>) null);
    }

    JdbcTargetLedger(Supplier<Connection> connection) {
        this.sql = new Sql(connection);
        this.evidence = new EvidenceTable(sql);
    }

    @Override
    public void plan(long deployment, List<Planned> targets) {
        sql.each("""
                INSERT INTO deployment_target (deployment_id, target_position, wave_position, server_number,
                  target_state, token, goal, next_action, touched, last_audit_id)
                VALUES (?, ?, ?, ?, 'PENDING', 0, 'INSTALL', 'INSTALL', ?, ?)""", targets, target ->
                new Object[] {deployment, target.position(), target.wave(), target.server(), false, target.auditId()});
    }

    @Override
    public List<Target> claimable(long deployment, Set<TargetAction> actions, Collection<Integer> waves, int limit) {
        if (actions.isEmpty() || waves.isEmpty() || limit < 1) {
            return List.of();
        }
        // one action at a time: the index then has them in order, and nothing has to be sorted
        List<Target> claimable = new ArrayList<>();
        for (TargetAction action : VERIFY_FIRST) {
            if (actions.contains(action) && claimable.size() < limit) {
                claimable.addAll(claimable(deployment, action, waves, limit - claimable.size()));
            }
        }
        return claimable;
    }

    private List<Target> claimable(long deployment, TargetAction action, Collection<Integer> waves, int limit) {
        List<Object> values = new ArrayList<>(List.of(deployment, action));
        values.addAll(waves);
        values.add(limit);
        return sql.query(
                SELECT + " AND t.next_action = ? AND t.wave_position IN (" + Sql.marks(waves)
                        + ") AND t.target_state NOT IN " + IN_HAND
                        + " AND NOT EXISTS (SELECT 1 FROM deployment_target o WHERE o.server_number = t.server_number"
                        + " AND o.target_state IN " + IN_HAND + ")"
                        + " ORDER BY t.target_position FETCH FIRST ? ROWS ONLY",
                JdbcTargetLedger::target,
                values.toArray());
    }

    @Override
    public List<Claim> claim(String deployment, List<Target> seen, long token, String owner, Instant at) {
        return sql
                .each("""
                        UPDATE deployment_target SET claimed_from = target_state, target_state = 'CLAIMED',
                          last_action = next_action, next_action = NULL, token = ?, owner = ?, claimed_at = ?
                        """ + KEY + " AND token = ? AND target_state = ? AND next_action = ?", seen, t ->
                        new Object[] {token, owner, at, t.deployment(), t.position(), t.token(), t.state(), t.next()})
                .stream()
                .map(target -> target.claimed(deployment, token, owner))
                .toList();
    }

    @Override
    public List<Claim> intend(List<Audited<Claim>> claims, Instant at) {
        return sql
                .each(
                        "UPDATE deployment_target SET target_state = 'INTENDED', intended_at = ?, last_audit_id = ?"
                                + KEY + " AND token = ? AND target_state = 'CLAIMED'",
                        claims,
                        claim -> new Object[] {
                            at,
                            claim.auditId(),
                            claim.what().deploymentId(),
                            claim.what().position(),
                            claim.what().token()
                        })
                .stream()
                .map(Audited::what)
                .toList();
    }

    @Override
    public List<Claim> giveBack(List<Claim> claims) {
        // the rollout may have turned back since the claim: then what it was claimed for is no longer wanted
        return sql.each(
                "UPDATE deployment_target SET target_state = claimed_from, owner = NULL, next_action = CASE"
                        + " WHEN goal = 'INSTALL' THEN last_action ELSE " + BACK.formatted("claimed_from") + " END"
                        + KEY + " AND token = ? AND target_state = 'CLAIMED'",
                claims,
                claim -> new Object[] {true, claim.deploymentId(), claim.position(), claim.token()});
    }

    @Override
    public List<Outcome> record(TargetAction goal, List<Audited<Outcome>> outcomes, Instant at) {
        List<Outcome> recorded = sql
                .each(
                        """
                        UPDATE deployment_target SET target_state = ?, next_action = ?, doubt = ?, touched = ?,
                          owner = NULL, level_before = COALESCE(level_before, ?), level_after = COALESCE(?, level_after),
                          reason_key = ?, reason = ?, answered_at = ?, last_audit_id = ?
                        """ + KEY + " AND token = ? AND target_state = 'INTENDED'",
                        outcomes,
                        audited -> values(goal, audited, at))
                .stream()
                .map(Audited::what)
                .toList();
        evidence.store(recorded);
        return recorded;
    }

    private static Object[] values(TargetAction goal, Audited<Outcome> audited, Instant at) {
        Outcome outcome = audited.what();
        Claim claim = outcome.claim();
        TargetAction effect = claim.action() == TargetAction.VERIFY ? claim.doubt() : claim.action();
        return new Object[] {
            outcome.state(),
            TargetCourse.next(goal, outcome).orElse(null),
            outcome.state() == IN_DOUBT ? effect : null,
            TargetCourse.touched(outcome),
            outcome.before(),
            outcome.after(),
            outcome.reasonKey(),
            outcome.reason(),
            at,
            audited.auditId(),
            claim.deploymentId(),
            claim.position(),
            claim.token()
        };
    }

    @Override
    public boolean move(Audited<Target> seen, TargetState to, TargetAction next, String reasonKey, String reason) {
        Target target = seen.what();
        return sql.update(
                        """
                        UPDATE deployment_target SET target_state = ?, next_action = ?, reason_key = ?, reason = ?,
                          last_audit_id = ?""" + KEY + " AND token = ? AND target_state = ?",
                        to,
                        next,
                        reasonKey,
                        reason,
                        seen.auditId(),
                        target.deployment(),
                        target.position(),
                        target.token(),
                        target.state())
                == 1;
    }

    @Override
    public void turnBack(long deployment) {
        sql.update(
                "UPDATE deployment_target SET goal = 'ROLLBACK', next_action = CASE"
                        + " WHEN target_state IN ('CLAIMED', 'INTENDED', 'EXCLUDED') THEN NULL ELSE "
                        + BACK.formatted("target_state") + " END WHERE deployment_id = ?",
                true,
                deployment);
    }

    @Override
    public List<Target> inHandOf(long deployment, String owner) {
        return sql.query(
                SELECT + " AND t.owner = ? AND t.target_state IN " + IN_HAND + " ORDER BY t.target_position",
                JdbcTargetLedger::target,
                deployment,
                owner);
    }

    @Override
    public List<Target> inHandOf(long deployment, String owner, Collection<Integer> positions) {
        if (positions.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(List.of(deployment, owner));
        values.addAll(positions);
        return sql.query(
                SELECT + " AND t.owner = ? AND t.target_state IN " + IN_HAND + " AND t.target_position IN ("
                        + Sql.marks(positions) + ")",
                JdbcTargetLedger::target,
                values.toArray());
    }

    @Override
    public boolean doubt(Audited<Target> seen, String reasonKey, String reason) {
        Target target = seen.what();
        return sql.update(
                        """
                        UPDATE deployment_target SET target_state = 'IN_DOUBT', owner = NULL,
                          next_action = 'VERIFY', doubt = ?, touched = ?, reason_key = ?, reason = ?,
                          last_audit_id = ?""" + KEY + " AND token = ? AND target_state = 'INTENDED'",
                        target.action() == TargetAction.VERIFY ? target.doubt() : target.action(),
                        true,
                        reasonKey,
                        reason,
                        seen.auditId(),
                        target.deployment(),
                        target.position(),
                        target.token())
                == 1;
    }

    @Override
    public Set<String> owners(long deployment) {
        return new HashSet<>(sql.query(
                "SELECT DISTINCT owner FROM deployment_target WHERE deployment_id = ? AND target_state IN " + IN_HAND,
                row -> row.getString(1),
                deployment));
    }

    @Override
    public List<Count> counts(long deployment) {
        return sql.query(
                """
                SELECT wave_position, target_state, COUNT(*) AS targets, COUNT(next_action) AS waiting,
                  """ + FAILING + """
                   AS failing,
                  SUM(CASE WHEN target_state IN ('APPLIED', 'VERIFIED', 'UP_TO_DATE', 'EXCLUDED') THEN 0
                    WHEN target_state = 'SKIPPED' AND reason_key = 'left-service' THEN 0
                    ELSE 1 END) AS missing,
                  SUM(CASE WHEN touched = ? THEN 1 ELSE 0 END) AS touched
                FROM deployment_target WHERE deployment_id = ? GROUP BY wave_position, target_state""",
                row -> new Count(
                        row.getInt("wave_position"),
                        Sql.constant(TargetState.class, row, "target_state"),
                        row.getLong("targets"),
                        row.getLong("waiting"),
                        row.getLong("failing"),
                        row.getLong("missing"),
                        row.getLong("touched")),
                true,
                deployment);
    }

    @Override
    public Map<Integer, Long> failing(long deployment) {
        Map<Integer, Long> failing = new HashMap<>();
        sql.query(
                "SELECT wave_position, " + FAILING + " AS failing FROM deployment_target WHERE deployment_id = ?"
                        + " AND target_state IN ('FAILED', 'UNREACHABLE', 'QUARANTINED', 'IN_DOUBT')"
                        + " GROUP BY wave_position",
                row -> failing.put(row.getInt("wave_position"), row.getLong("failing")),
                deployment);
        return failing;
    }

    @Override
    public Map<String, TargetState> down() {
        record Down(String server, TargetState state) {}
        Map<String, TargetState> down = new HashMap<>();
        sql.query("""
                        SELECT t.server_number, t.target_state FROM deployment d
                          JOIN deployment_target t ON t.deployment_id = d.id
                        WHERE d.deployment_state IN ('RUNNING', 'PAUSED', 'ROLLING_BACK', 'PARTIALLY_IMPLEMENTED',
                            'ABORTED')
                          AND t.target_state IN ('CLAIMED', 'INTENDED', 'FAILED', 'UNREACHABLE', 'QUARANTINED',
                            'IN_DOUBT')
                          AND NOT EXISTS (SELECT 1 FROM deployment_target later
                            WHERE later.server_number = t.server_number AND later.deployment_id > t.deployment_id
                              AND later.target_state IN ('APPLIED', 'VERIFIED', 'UP_TO_DATE', 'ROLLED_BACK'))""", row -> new Down(row.getString(1), Sql.constant(TargetState.class, row, "target_state")))
                .forEach(one -> down.merge(
                        one.server(),
                        one.state(),
                        (known, other) -> TargetState.IN_FLIGHT.contains(known) ? known : other));
        return down;
    }

    @Override
    public List<Target> inStates(long deployment, Set<TargetState> states) {
        if (states.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(List.of(deployment));
        values.addAll(states);
        return sql.query(
                SELECT + " AND t.target_state IN (" + Sql.marks(states) + ") ORDER BY t.target_position",
                JdbcTargetLedger::target,
                values.toArray());
    }

    @Override
    public List<Target> newestAnswers(long deployment, int most) {
        return sql.query(
                SELECT + " AND t.answered_at IS NOT NULL ORDER BY t.answered_at DESC, t.target_position"
                        + " FETCH FIRST ? ROWS ONLY",
                JdbcTargetLedger::target,
                deployment,
                most);
    }

    @Override
    public Optional<Target> find(long deployment, String server) {
        return sql.query(SELECT + " AND t.server_number = ?", JdbcTargetLedger::target, deployment, server).stream()
                .findFirst();
    }

    @Override
    public List<Target> page(long deployment, Filter filter, int after, int size) {
        StringBuilder condition = new StringBuilder(SELECT).append(" AND t.target_position > ?");
        List<Object> values = new ArrayList<>(List.of(deployment, after));
        if (filter.state() != null) {
            condition.append(" AND t.target_state = ?");
            values.add(filter.state());
        }
        if (filter.wave() != null) {
            condition.append(" AND t.wave_position = ?");
            values.add(filter.wave());
        }
        values.add(size);
        return sql.query(
                condition + " ORDER BY t.target_position FETCH FIRST ? ROWS ONLY",
                JdbcTargetLedger::target,
                values.toArray());
    }

    @Override
    public List<Evidence> evidence(long deployment, int position) {
        return evidence.of(deployment, position);
    }

    private static Target target(ResultSet row) throws SQLException {
        return new Target(
                row.getLong("deployment_id"),
                row.getInt("target_position"),
                row.getInt("wave_position"),
                row.getString("server_number"),
                Sql.constant(TargetState.class, row, "target_state"),
                row.getLong("token"),
                Sql.constant(TargetAction.class, row, "goal"),
                Sql.constant(TargetAction.class, row, "next_action"),
                Sql.constant(TargetAction.class, row, "last_action"),
                Sql.constant(TargetAction.class, row, "doubt"),
                Sql.constant(TargetState.class, row, "claimed_from"),
                row.getBoolean("touched"),
                row.getString("owner"),
                row.getString("level_before"),
                row.getString("level_after"),
                row.getString("reason_key"),
                row.getString("reason"),
                Sql.instant(row, "intended_at"),
                Sql.instant(row, "answered_at"));
    }
}
