package io.throughline.configurationaudit.persistence;

import io.throughline.configurationaudit.domain.AuditFinding;
import io.throughline.configurationaudit.domain.AuditFindingRepository;
import io.throughline.configurationaudit.domain.FindingState;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.persistence.JpaRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class JpaAuditFindingRepository extends JpaRepository<AuditFinding> implements AuditFindingRepository {

    JpaAuditFindingRepository() {
        super(AuditFinding.class, RecordKind.AUDIT_FINDING);
    }

    @Override
    public List<AuditFinding> standingOn(Collection<String> servers) {
        return servers.isEmpty()
                ? List.of()
                : list(
                        "r.server IN :servers AND r.state <> :gone",
                        Map.of("servers", servers, "gone", FindingState.GONE));
    }

    @Override
    public Page<AuditFinding> page(String audit, FindingState state, Long before, int size) {
        StringBuilder condition = new StringBuilder();
        Map<String, Object> values = new HashMap<>();
        if (audit != null) {
            condition.append(" AND r.lastAudit = :audit");
            values.put("audit", audit);
        }
        if (state != null) {
            condition.append(" AND r.state = :state");
            values.put("state", state);
        }
        return page(condition.toString(), values, before, size);
    }
}
