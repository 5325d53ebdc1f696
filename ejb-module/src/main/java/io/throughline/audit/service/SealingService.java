package io.throughline.audit.service;

import io.throughline.audit.domain.AuditHead;
import io.throughline.audit.domain.AuditLeaf;
import io.throughline.kernel.domain.Times;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Gives committed audit records their places in the chain. */
@Stateless
public class SealingService {

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * Seals up to so many waiting records in one transaction. Whoever seals holds the head row, so two sealers take
     * turns; a crash in between leaves the queue as it was.
     *
     * @return how many were sealed; 0 when none waited
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int sealWaiting(int most) {
        AuditHead head = entities.find(AuditHead.class, 1, LockModeType.PESSIMISTIC_WRITE);
        List<Object[]> waiting = entities.createQuery(
                        "SELECT r.id, r.digest FROM UnsealedRecord u, AuditRecord r WHERE r.id = u.auditId ORDER BY r.id",
                        Object[].class)
                .setMaxResults(most)
                .getResultList();
        if (waiting.isEmpty()) {
            return 0;
        }
        long index = head.size();
        String link = head.link();
        List<Long> sealed = new ArrayList<>(waiting.size());
        for (Object[] row : waiting) {
            link = Hashes.link(link, (String) row[1]);
            entities.persist(new AuditLeaf(index, (Long) row[0], link));
            sealed.add((Long) row[0]);
            index++;
        }
        entities.createQuery("DELETE FROM UnsealedRecord u WHERE u.auditId IN :sealed")
                .setParameter("sealed", sealed)
                .executeUpdate();
        head.advance(index, link, Times.now(clock));
        return sealed.size();
    }

    /** How long the oldest committed record has been waiting; zero when none waits. */
    public Duration oldestWaiting() {
        Instant oldest = entities.createQuery("SELECT MIN(u.queuedAt) FROM UnsealedRecord u", Instant.class)
                .getSingleResult();
        return oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
    }
}
