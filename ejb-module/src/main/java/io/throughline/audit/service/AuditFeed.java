package io.throughline.audit.service;

import io.throughline.audit.domain.AuditRecord;
import io.throughline.audit.feed.SealedEvent;
import io.throughline.audit.feed.SyslogFeed;
import io.throughline.audit.sealing.TreeRows;
import io.throughline.kernel.persistence.ThroughlineDataSource;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/** Gives sealed records to other systems in their order: to whoever asks from a place on, and to a syslog server. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditFeed {

    private static final Logger LOG = Logger.getLogger(AuditFeed.class.getName());
    private static final int AT_ONCE = 500;

    @Inject
    EntityManager entities;

    @Resource(lookup = ThroughlineDataSource.JNDI_NAME)
    private DataSource dataSource;

    /** The records from this place on, as far as they are sealed. */
    public List<SealedEvent> from(long index, int most) {
        String origin = origin();
        return entities.createQuery(
                        "SELECT l.index, r FROM AuditLeaf l, AuditRecord r WHERE r.id = l.auditId AND l.index >= :from"
                                + " ORDER BY l.index",
                        Object[].class)
                .setParameter("from", index)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> event(origin, (Long) row[0], (AuditRecord) row[1]))
                .toList();
    }

    /**
     * Sends what the syslog server has not had yet. How far it got is stored after it has taken everything.
     *
     * @return whether more may be waiting
     */
    public boolean forward() {
        String address = ConfigProvider.getConfig()
                .getOptionalValue("throughline.audit.syslog", String.class)
                .orElse("");
        if (address.isBlank()) {
            return false;
        }
        long next = next(address);
        List<SealedEvent> events = from(next, AT_ONCE);
        if (events.isEmpty()) {
            return false;
        }
        try {
            new SyslogFeed(address, hostName()).send(events);
        } catch (IOException unreachable) {
            LOG.log(Level.WARNING, "Syslog is tried again from place {0}: {1}", new Object[] {
                next, unreachable.getMessage()
            });
            return false;
        }
        advance(address, next + events.size());
        return events.size() == AT_ONCE;
    }

    private static SealedEvent event(String origin, long index, AuditRecord record) {
        return new SealedEvent(
                origin,
                index,
                record.at(),
                record.actor(),
                record.action(),
                record.record(),
                record.content(),
                record.digest());
    }

    private String origin() {
        try (Connection connection = dataSource.getConnection()) {
            String origin = new TreeRows(connection).head().origin();
            return origin == null ? "throughline" : origin;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long next(String address) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT next_index FROM audit_feed WHERE address = ?")) {
            query.setString(1, address);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void advance(String address, long next) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE audit_feed SET next_index = ? WHERE address = ?");
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO audit_feed (next_index, address) VALUES (?, ?)")) {
            for (PreparedStatement write : List.of(update, insert)) {
                write.setLong(1, next);
                write.setString(2, address);
                if (write.executeUpdate() == 1) {
                    return;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "-";
        }
    }
}
