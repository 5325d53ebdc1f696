package io.throughline.verification.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.audit.service.AuditReader;
import io.throughline.audit.service.AuditSearch;
import io.throughline.audit.service.SealingService;
import io.throughline.audit.verification.AuditVerification;
import io.throughline.identity.domain.Role;
import io.throughline.identity.service.PersonService;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.persistence.ThroughlineDataSource;
import io.throughline.verification.fixture.Sessions;
import io.throughline.verification.harness.InContainer;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The tree over the live rows of either database. */
class TreeIT extends InContainer {

    @EJB
    private PersonService people;

    @EJB
    private AuditReader audit;

    @EJB
    private SealingService sealing;

    @Resource
    private UserTransaction transaction;

    @Resource(lookup = ThroughlineDataSource.JNDI_NAME)
    private DataSource dataSource;

    @Test
    void whatManyWritersWroteAtOnceIsSealedOnceEach() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(6);
        List<Future<String>> added = new ArrayList<>();
        Callable<String> write = () -> Sessions.person(people, Role.AUDITOR).number();
        for (int i = 0; i < 60; i++) {
            added.add(writers.submit(write));
        }
        List<Long> written = new ArrayList<>();
        for (Future<String> person : added) {
            written.add(auditIdOf(person.get(60, TimeUnit.SECONDS)));
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            sealing.sealWaiting(500);
            return placesOf(written) == written.size();
        });
        writers.shutdown();

        AuditVerification verification = audit.verify();
        assertThat(verification.firstBad()).isNull();
        assertThat(verification.verified()).isTrue();
    }

    @Test
    void howLongTheOldestRecordHasWaitedIsToldWhileOneWaits() throws Exception {
        transaction.begin();
        try {
            Sessions.person(people, Role.AUDITOR);

            assertThat(sealing.oldestWaiting()).isGreaterThanOrEqualTo(Duration.ZERO);
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void anEditedRowIsNamed() throws Exception {
        String number = Sessions.person(people, Role.AUDITOR).number();
        long auditId = auditIdOf(number);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            sealing.sealWaiting(500);
            return placesOf(List.of(auditId)) == 1;
        });

        set("actor", "PER-999999", auditId);
        try {
            AuditVerification verification = audit.verify();
            assertThat(verification.verified()).isFalse();
            assertThat(verification.firstBad().auditId()).isEqualTo(auditId);
            assertThat(verification.firstBad().column()).isEqualTo("actor");
        } finally {
            set("actor", Sessions.ADMINISTRATOR, auditId);
        }
        assertThat(audit.verify().verified()).isTrue();
    }

    @Test
    void anErasedPersonLeavesEveryProofAsItWas() throws Exception {
        PersonView person = Sessions.person(people, Role.AUDITOR);
        long auditId = auditIdOf(person.number());
        assertThat(audit.personal(auditId)).containsValue(person.email());
        RecordNumber number = RecordNumber.parse(person.number());
        PersonView left = Sessions.as(Sessions.ADMINISTRATOR, () -> people.leave(number, person.version()));

        PersonView erased =
                Sessions.as(Sessions.ADMINISTRATOR, () -> people.erase(number, left.version(), "she asked for it"));

        assertThat(erased.fullName()).isEqualTo(person.number());
        assertThat(erased.email()).isNull();
        assertThat(audit.personal(auditId)).isEmpty();
        long erasure = auditIdOf(person.number());
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            sealing.sealWaiting(500);
            return placesOf(List.of(erasure)) == 1;
        });
        assertThat(audit.verify().firstBad()).isNull();
    }

    private long auditIdOf(String number) {
        return audit.search(AuditSearch.ofRecord(number), null, 1)
                .items()
                .get(0)
                .id();
    }

    private int placesOf(List<Long> records) throws SQLException {
        String ids = records.stream().map(String::valueOf).collect(Collectors.joining(","));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT COUNT(*) FROM audit_leaf WHERE audit_id IN (" + ids + ")")) {
            var row = query.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    private void set(String column, String value, long auditId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE audit_record SET " + column + " = ? WHERE id = ?")) {
            update.setString(1, value);
            update.setLong(2, auditId);
            update.executeUpdate();
        }
    }
}
