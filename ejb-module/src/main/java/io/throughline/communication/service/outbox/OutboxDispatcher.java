package io.throughline.communication.service.outbox;

import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.persistence.Database;
import io.throughline.kernel.service.Acting;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;

/**
 * Sends what lies in the outbox, every second. No transaction is open while the mail server is spoken to: a message is
 * claimed, sent and settled in that order, so that it never goes out twice unasked; one that stays claimed because its
 * sender died is in doubt, and a person decides.
 */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxDispatcher {

    private static final Logger LOG = Logger.getLogger(OutboxDispatcher.class.getName());
    private static final int MOST_AT_ONCE = 20;

    /** Seconds after which a claim that does not move has lost its sender: longer than any sending can take. */
    private static final String PATIENCE = "throughline.outbox.patience";

    private static final int USUAL_PATIENCE = 240;

    @Inject
    OutboxSteps steps;

    @Inject
    Database database;

    @Inject
    Config config;

    /** A claim of somebody, and since when it has not moved. */
    private record Claim(RecordNumber number, long version) {}

    private final Map<Claim, Long> seenSince = new HashMap<>();
    private Optional<SmtpTransport> transport;

    /** By this process' monotonic clock. */
    private Duration patience;

    @PostConstruct
    void start() {
        transport = SmtpSettings.from(config).map(SmtpTransport::new);
        patience = Duration.ofSeconds(
                config.getOptionalValue(PATIENCE, Integer.class).orElse(USUAL_PATIENCE));
        if (transport.isEmpty()) {
            LOG.info("no mail server is set (throughline.smtp.host): messages wait in the outbox");
        }
        if (database.isDerby()) {
            asMachine(() -> steps.sending().forEach(steps::abandon));
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void tick() {
        asMachine(() -> {
            giveUpLostClaims();
            transport.ifPresent(this::sendDue);
        });
    }

    private void sendDue(SmtpTransport server) {
        for (RecordNumber number : steps.due(MOST_AT_ONCE)) {
            claim(number).ifPresent(mail -> steps.settle(number, server.send(mail)));
        }
    }

    private Optional<OutgoingMail> claim(RecordNumber number) {
        try {
            return steps.claim(number);
        } catch (EJBException takenByAnother) {
            LOG.log(Level.FINE, "another node sends " + number, takenByAnother);
            return Optional.empty();
        }
    }

    private void giveUpLostClaims() {
        long now = System.nanoTime();
        Map<RecordNumber, Long> sending = steps.sending();
        seenSince.keySet().removeIf(claim -> !Long.valueOf(claim.version()).equals(sending.get(claim.number())));
        sending.forEach((number, version) -> {
            long since = seenSince.computeIfAbsent(new Claim(number, version), claim -> now);
            if (now - since > patience.toNanos()) {
                steps.abandon(number, version);
            }
        });
    }

    private static void asMachine(Runnable work) {
        Acting.run(Acting.Account.machine("communication", null, "outbox"), work);
    }
}
