package io.throughline.audit.service;

import io.throughline.audit.domain.AuditRecord;
import io.throughline.audit.domain.PersonalValue;
import io.throughline.audit.export.TableRows;
import io.throughline.audit.export.TrailExport;
import io.throughline.audit.sealing.TreeRows;
import io.throughline.kernel.domain.refusal.NotFound;
import io.throughline.kernel.persistence.ThroughlineDataSource;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.sql.DataSource;

/** Writes what a search finds, page by page, without a transaction over it. Rights are checked by the callers. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditExports {

    private static final int ROWS_AT_A_TIME = 1_000;

    @Inject
    EntityManager entities;

    @EJB
    AuditProofs proofs;

    @EJB
    SealingService sealing;

    @Resource(lookup = ThroughlineDataSource.JNDI_NAME)
    private DataSource dataSource;

    /**
     * For programs: every record found, with its proof. What waits is sealed and signed first, so that nothing that was
     * committed is missing.
     *
     * @return how many records were written
     */
    public long withProofs(AuditSearch search, boolean personal, Writer out) throws IOException {
        while (sealing.sealWaiting(ROWS_AT_A_TIME) > 0) {
            // the next thousand
        }
        sealing.signCheckpoint();
        String note = proofs.checkpoint().orElseThrow(() -> new NotFound("checkpoint of", "the trail"));
        try (Connection connection = dataSource.getConnection()) {
            TrailExport export = new TrailExport(
                    out, new TreeRows(connection), note, proofs.keys(), search.equals(AuditSearch.all()));
            return pages(search, export.size(), (index, record) -> {
                if (personal) {
                    export.write(index, record, personal(record.id()));
                } else {
                    export.write(index, record);
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The records of these numbers with proofs, personal values left out. */
    public long ofRecords(List<String> numbers, Writer out) throws IOException {
        while (sealing.sealWaiting(ROWS_AT_A_TIME) > 0) {
            // the next thousand
        }
        sealing.signCheckpoint();
        String note = proofs.checkpoint().orElseThrow(() -> new NotFound("checkpoint of", "the trail"));
        try (Connection connection = dataSource.getConnection()) {
            TrailExport export = new TrailExport(out, new TreeRows(connection), note, proofs.keys(), false);
            List<Object[]> rows = entities.createQuery(
                            "SELECT l.index, r FROM AuditLeaf l, AuditRecord r WHERE r.id = l.auditId"
                                    + " AND l.index < :size AND r.record IN :records ORDER BY l.index",
                            Object[].class)
                    .setParameter("size", export.size())
                    .setParameter("records", numbers)
                    .getResultList();
            rows.forEach(row -> export.write((Long) row[0], (AuditRecord) row[1]));
            return rows.size();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For people: every sealed record found, as CSV. */
    public long asTable(AuditSearch search, Writer out) throws IOException {
        while (sealing.sealWaiting(ROWS_AT_A_TIME) > 0) {
            // the next thousand
        }
        try (TableRows table = new TableRows(out)) {
            return pages(search, Long.MAX_VALUE, table::print);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private long pages(AuditSearch search, long size, BiConsumer<Long, AuditRecord> each) {
        long written = 0;
        long from = 0;
        while (true) {
            Restriction restriction = Restriction.of(search);
            var query = entities.createQuery(
                            "SELECT l.index, r FROM AuditLeaf l, AuditRecord r WHERE r.id = l.auditId"
                                    + " AND l.index >= :first AND l.index < :size" + restriction.condition()
                                    + " ORDER BY l.index",
                            Object[].class)
                    .setParameter("first", from)
                    .setParameter("size", size)
                    .setMaxResults(ROWS_AT_A_TIME);
            restriction.values().forEach(query::setParameter);
            List<Object[]> rows = query.getResultList();
            rows.forEach(row -> each.accept((Long) row[0], (AuditRecord) row[1]));
            written += rows.size();
            if (rows.size() < ROWS_AT_A_TIME) {
                return written;
            }
            from = (Long) rows.get(rows.size() - 1)[0] + 1;
        }
    }

    private Map<String, Map<String, String>> personal(long auditId) {
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        entities.createQuery("SELECT p FROM PersonalValue p WHERE p.auditId = :id ORDER BY p.path", PersonalValue.class)
                .setParameter("id", auditId)
                .getResultStream()
                .filter(value -> value.value() != null)
                .forEach(value -> values.put(value.path(), Map.of("salt", value.salt(), "value", value.value())));
        return values;
    }
}
