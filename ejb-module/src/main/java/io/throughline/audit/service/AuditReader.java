package io.throughline.audit.service;

import io.throughline.audit.domain.AuditHead;
import io.throughline.audit.domain.AuditLeaf;
import io.throughline.audit.domain.AuditRecord;
import io.throughline.kernel.domain.Page;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds and verifies audit records. Rights are checked by the callers in {@code identity} and above, since the trail
 * itself knows nobody.
 */
@Stateless
public class AuditReader {

    private static final int ROWS_AT_A_TIME = 1000;

    @Inject
    EntityManager entities;

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

    /** Recomputes the whole chain from the live rows, page by page, without holding a transaction over it. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public AuditVerification verify() {
        AuditHead head = entities.find(AuditHead.class, 1);
        long headSize = head.size();
        ChainVerifier verifier = new ChainVerifier();
        Optional<AuditVerification.BadRow> bad = Optional.empty();
        long from = 0;
        while (bad.isEmpty()) {
            List<Object[]> rows = rows(from, headSize);
            for (Object[] row : rows) {
                bad = verifier.next((AuditLeaf) row[0], (AuditRecord) row[1]);
                if (bad.isPresent()) {
                    break;
                }
            }
            if (rows.size() < ROWS_AT_A_TIME) {
                break;
            }
            from = ((AuditLeaf) rows.get(rows.size() - 1)[0]).index() + 1;
        }
        if (bad.isEmpty()) {
            bad = verifier.end(head);
        }
        if (bad.isEmpty()) {
            bad = strayRecord();
        }
        return new AuditVerification(
                bad.isEmpty(), verifier.verified(), count("UnsealedRecord"), head.link(), bad.orElse(null));
    }

    /** The leaves as they were when the head was read: what is sealed meanwhile waits for the next verification. */
    private List<Object[]> rows(long from, long headSize) {
        return new ArrayList<>(entities.createQuery(
                        "SELECT l, r FROM AuditLeaf l LEFT JOIN AuditRecord r ON r.id = l.auditId"
                                + " WHERE l.index >= :from AND l.index < :end ORDER BY l.index",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("end", headSize)
                .setMaxResults(ROWS_AT_A_TIME)
                .getResultList());
    }

    /** A record that is neither sealed nor waiting was slipped in past the trail, or its leaf was taken away. */
    private Optional<AuditVerification.BadRow> strayRecord() {
        return entities.createQuery(
                        "SELECT r.id FROM AuditRecord r WHERE NOT EXISTS (SELECT l FROM AuditLeaf l WHERE l.auditId = r.id)"
                                + " AND NOT EXISTS (SELECT u FROM UnsealedRecord u WHERE u.auditId = r.id) ORDER BY r.id",
                        Long.class)
                .setMaxResults(1)
                .getResultStream()
                .filter(this::unsealedStill)
                .findFirst()
                .map(id -> new AuditVerification.BadRow(-1, id, "id", "is neither sealed nor waiting to be"));
    }

    /** The sealer may have taken the record between the two halves of the question. */
    private boolean unsealedStill(Long auditId) {
        return entities.createQuery("SELECT l.index FROM AuditLeaf l WHERE l.auditId = :id", Long.class)
                .setParameter("id", auditId)
                .getResultList()
                .isEmpty();
    }

    private long count(String entity) {
        return entities.createQuery("SELECT COUNT(e) FROM " + entity + " e", Long.class)
                .getSingleResult();
    }

    private static void restrict(
            StringBuilder text, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            text.append(" AND ").append(condition);
            values.put(name, value);
        }
    }
}
