package io.throughline.kernel.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Which of the two databases is behind the data source, and the few statements that differ. */
@ApplicationScoped
public class Database {

    @Resource(lookup = "java:app/jdbc/throughline")
    DataSource dataSource;

    private boolean derby;

    @PostConstruct
    void look() {
        try (var connection = dataSource.getConnection()) {
            derby = connection.getMetaData().getDatabaseProductName().contains("Derby");
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer", e);
        }
    }

    public boolean isDerby() {
        return derby;
    }

    /** The sequence's name comes from an enum of ours, never from input. */
    String nextValueQuery(String sequence) {
        return derby ? "VALUES NEXT VALUE FOR " + sequence : "SELECT nextval('" + sequence + "')";
    }
}
