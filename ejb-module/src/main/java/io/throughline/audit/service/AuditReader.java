package io.throughline.audit.service;

import io.throughline.audit.domain.AuditRecord;
import io.throughline.audit.domain.PersonalValue;
import io.throughline.audit.verification.AuditVerification;
import io.throughline.audit.verification.LiveVerification;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.persistence.ThroughlineDataSource;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Finds and verifies audit records. Rights are checked by the callers in {@code identity} and above, since the trail
 * itself knows nobody.
 */
@Stateless
public class AuditReader {

    @Inject
    EntityManager entities;

    @EJB
    AnchorService anchors;

    @Resource(lookup = ThroughlineDataSource.JNDI_NAME)
    private DataSource dataSource;

    /** Newest first; {@code before} is the cursor of the former page, or null. */
    public Page<AuditRecordView> search(AuditSearch search, Long before, int size) {
        Restriction restriction = Restriction.of(search);
        TypedQuery<AuditRecord> query = entities.createQuery(
                        "SELECT r FROM AuditRecord r WHERE r.id < :before" + restriction.condition()
                                + " ORDER BY r.id DESC",
                        AuditRecord.class)
                .setParameter("before", before == null ? Long.MAX_VALUE : before);
        restriction.values().forEach(query::setParameter);
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

    /** The values about persons beside a record, by path; what was erased is not among them. */
    public Map<String, String> personal(long auditId) {
        Map<String, String> values = new TreeMap<>();
        entities.createQuery(
                        "SELECT p FROM PersonalValue p WHERE p.auditId = :id AND p.erasedBy IS NULL",
                        PersonalValue.class)
                .setParameter("id", auditId)
                .getResultList()
                .forEach(value -> values.put(value.path(), value.value()));
        return values;
    }

    /** Recomputes the whole tree from the live rows, page by page, without holding a transaction over it. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public AuditVerification verify() {
        try (Connection connection = dataSource.getConnection()) {
            return new LiveVerification(connection, anchors.kept()).run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
