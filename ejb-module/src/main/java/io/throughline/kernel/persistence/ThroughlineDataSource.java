package io.throughline.kernel.persistence;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Stateless;
import java.sql.Connection;

/**
 * Defines the application's data source from configuration.
 *
 * <p>The launcher sets the four {@code throughline.db.*} properties from its options, so the defaults here only serve an
 * EAR that somebody deploys by other means. Connections are validated before use: the pool survives a database that
 * went away and came back.
 */
@DataSourceDefinition(
        name = ThroughlineDataSource.JNDI_NAME,
        className = "${MPCONFIG=throughline.db.driver:org.apache.derby.iapi.jdbc.AutoloadedDriver}",
        url = "${MPCONFIG=throughline.db.url:jdbc:derby:throughline-data/database;create=true}",
        user = "${MPCONFIG=throughline.db.user:app}",
        password = "${MPCONFIG=throughline.db.password:app}",
        isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
        minPoolSize = 2,
        maxPoolSize = 40,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            "fish.payara.fail-all-connections=false"
        })
@Stateless
public class ThroughlineDataSource {

    public static final String JNDI_NAME = "java:app/jdbc/throughline";
}
