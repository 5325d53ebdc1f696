package io.throughline.audit.service;

import io.throughline.audit.proof.SignedNote;
import io.throughline.audit.proof.SigningKey;
import io.throughline.audit.proof.VerifierKey;
import io.throughline.audit.sealing.Sealer;
import io.throughline.audit.sealing.SealingKey;
import io.throughline.audit.sealing.TreeRows;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.persistence.ThroughlineDataSource;
import io.throughline.kernel.service.Acting;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Gives committed audit records their places in the Merkle tree, and signs the tree. */
@Stateless
public class SealingService {

    @Inject
    EntityManager entities;

    @Inject
    AuditTrail trail;

    @Inject
    LogKeys keys;

    @Inject
    SealingKey key;

    @Inject
    Clock clock;

    @Resource(lookup = ThroughlineDataSource.JNDI_NAME)
    private DataSource dataSource;

    /**
     * Seals up to so many waiting records in one transaction. Whoever seals holds the head row, so two sealers take
     * turns; a crash in between leaves the queue as it was.
     *
     * @return how many were sealed; 0 when none waited
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int sealWaiting(int most) {
        try (Connection connection = dataSource.getConnection()) {
            return new Sealer(new TreeRows(connection)).seal(most);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Signs a checkpoint when the tree has grown since the last one. A key that signs for the first time is itself a
     * record of the trail.
     *
     * @return whether one was signed
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean signCheckpoint() {
        try (Connection connection = dataSource.getConnection()) {
            Optional<SigningKey> signed = new Sealer(new TreeRows(connection)).sign(key);
            signed.map(SigningKey::verifier)
                    .filter(verifier -> !keys.known().contains(verifier))
                    .ifPresent(this::register);
            return signed.isPresent();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Signs a text that is no checkpoint with the log's key.
     *
     * @return the signed note
     */
    public String signed(String text) {
        try (Connection connection = dataSource.getConnection()) {
            String origin = new TreeRows(connection).head().origin();
            return SignedNote.sign(text, key.log(origin)).toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void register(VerifierKey verifier) {
        Acting.run(
                Acting.Account.machine("sealing", null, "checkpoint"),
                () -> trail.note(
                        AuditEntry.of(LogKeys.ACTION).on(LogKeys.RECORD),
                        null,
                        Facts.of().put(LogKeys.KEY, verifier)));
    }

    /** How long the oldest committed record has been waiting; zero when none waits. */
    public Duration oldestWaiting() {
        // not MIN: EclipseLink does not convert what an aggregate function answers
        return entities.createQuery("SELECT u.queuedAt FROM UnsealedRecord u ORDER BY u.queuedAt", Instant.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .orElse(Duration.ZERO);
    }
}
