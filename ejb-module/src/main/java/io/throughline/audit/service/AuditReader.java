package io.throughline.audit.service;

import io.throughline.audit.domain.AuditRecord;
import io.throughline.audit.verification.AuditVerification;
import io.throughline.audit.verification.LiveVerification;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.persistence.ThroughlineDataSource;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Finds and verifies audit records. Rights are checked by the callers in {@code identity} and above, since the trail
 * itself knows nobody.
 */
@Stateless
public class AuditReader {

    @Inject
    EntityManager entities;

    @Resource(lookup = ThroughlineDataSource.JNDI_NAME)
    private DataSource dataSource;

    /** Newest first; {@code before} is the cursor of the former page, or null. */
    public Page<AuditRecordView> search(AuditSearch search, Long before, int size) {
        StringBuilder text = new StringBuilder("SELECT r FROM AuditRecord r WHERE 1 = 1");
        Map<String, Object> values = new LinkedHashMap<>();
        restrict(text, values, "r.actor = :actor", "actor", search.actor());
        restrict(text, values, "r.record = :record", "record", search.record());
        restrict(text, values, "r.server = :server", "server", search.server());
        restrict(text, values, "r.activity = :activity", "activity", search.activity());
        restrict(
                text,
                values,
                "r.action LIKE :action",
                "action",
                search.action() == null ? null : search.action().replace("%", "") + "%");
        restrict(text, values, "r.at >= :from", "from", search.from());
        restrict(text, values, "r.at < :to", "to", search.to());
        restrict(text, values, "r.id < :before", "before", before);
        TypedQuery<AuditRecord> query = entities.createQuery(text + " ORDER BY r.id DESC", AuditRecord.class);
        values.forEach(query::setParameter);
        return Page.of(query.setMaxResults(size + 1).getResultList(), size, AuditRecord::id)
                .map(AuditRecordView::from);
    }

    /** Every record of these numbers in the order of their writing. */
    public List<AuditRecordView> history(List<String> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "SELECT r FROM AuditRecord r WHERE r.record IN :records ORDER BY r.id", AuditRecord.class)
                .setParameter("records", records)
                .getResultStream()
                .map(AuditRecordView::from)
                .toList();
    }

    /** Recomputes the whole tree from the live rows, page by page, without holding a transaction over it. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public AuditVerification verify() {
        try (Connection connection = dataSource.getConnection()) {
            return new LiveVerification(connection).run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void restrict(
            StringBuilder text, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            text.append(" AND ").append(condition);
            values.put(name, value);
        }
    }
}
