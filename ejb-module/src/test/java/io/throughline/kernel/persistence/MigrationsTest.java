package io.throughline.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    @Test
    void migrateAnEmptyDerbyOnceAndThenFindNothingLeftToDo() {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName("memory:" + UUID.randomUUID());
        derby.setCreateDatabase("create");
        Migrations migrations = new Migrations(derby);

        var first = migrations.apply();
        var second = migrations.apply();

        assertThat(first.success).isTrue();
        assertThat(second.migrationsExecuted).isZero();
    }

    @Test
    void knowBothDatabasesByTheNamesTheyGiveThemselves() {
        assertThat(Dialect.of("Apache Derby")).isSameAs(Dialect.DERBY);
        assertThat(Dialect.of("PostgreSQL")).isSameAs(Dialect.POSTGRESQL);
        assertThat(Dialect.DERBY.placeholders().keySet())
                .isEqualTo(Dialect.POSTGRESQL.placeholders().keySet());
        assertThatThrownBy(() -> Dialect.of("MySQL")).hasMessageContaining("MySQL");
    }
}
