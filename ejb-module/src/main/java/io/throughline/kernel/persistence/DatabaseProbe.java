package io.throughline.kernel.persistence;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Tells whether the database answers and which version its schema has. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DatabaseProbe {

    private static final int ANSWER_WITHIN_SECONDS = 3;

    @Resource(lookup = ThroughlineDataSource.JNDI_NAME)
    private DataSource dataSource;

    @EJB
    private Migrator migrator;

    public String schemaVersion() {
        return migrator.schemaVersion();
    }

    /** Empty when the database answers, else what is wrong. */
    public Optional<String> failure() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(ANSWER_WITHIN_SECONDS)
                    ? Optional.empty()
                    : Optional.of("no answer within " + ANSWER_WITHIN_SECONDS + " seconds");
        } catch (SQLException unreachable) {
            return Optional.of(String.valueOf(unreachable.getMessage()));
        }
    }
}
