package io.throughline.verification.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.audit.service.AuditReader;
import io.throughline.audit.service.AuditRecordView;
import io.throughline.audit.service.AuditSearch;
import io.throughline.identity.domain.Person;
import io.throughline.identity.domain.PersonRepository;
import io.throughline.identity.domain.Role;
import io.throughline.identity.service.PersonService;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.persistence.ThroughlineDataSource;
import io.throughline.verification.fixture.Sessions;
import io.throughline.verification.harness.InContainer;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** No change of state without its audit record: by the entities, and past them. */
class AuditGuardIT extends InContainer {

    @EJB
    private PersonService people;

    @EJB
    private AuditReader audit;

    @Inject
    private PersonRepository repository;

    @Resource
    private UserTransaction transaction;

    @Resource(lookup = ThroughlineDataSource.JNDI_NAME)
    private DataSource dataSource;

    @Test
    void aChangeThroughTheServiceLeavesItsRecordWithBeforeAndAfter() throws Exception {
        PersonView person = Sessions.person(people, Role.AUDITOR);

        Sessions.as(Sessions.ADMINISTRATOR, () -> people.leave(RecordNumber.parse(person.number()), person.version()));

        AuditRecordView newest = recordsOf(person.number()).get(0);
        assertThat(newest.action()).isEqualTo("person.leave");
        assertThat(newest.actor()).isEqualTo(Sessions.ADMINISTRATOR);
        assertThat(newest.content()).contains("\"active\":true").contains("\"active\":false");
    }

    @Test
    void personalValuesStandInTheRecordAsCommitmentsOnly() throws Exception {
        PersonView person = Sessions.person(people, Role.AUDITOR);

        assertThat(recordsOf(person.number()).get(0).content())
                .contains("commitment")
                .doesNotContain(person.email())
                .doesNotContain(person.fullName());
    }

    @Test
    void aChangeOfAnEntityWithoutARecordIsRefusedAndHasNoEffect() throws Exception {
        PersonView person = Sessions.person(people, Role.AUDITOR);
        RecordNumber number = RecordNumber.parse(person.number());

        transaction.begin();
        Person entity = repository.require(number);
        entity.leave();
        assertThatThrownBy(transaction::commit).isInstanceOf(Exception.class);

        assertThat(Sessions.as(Sessions.ADMINISTRATOR, () -> people.get(number)).active())
                .isTrue();
    }

    @Test
    void aRowWrittenPastTheEntitiesNeedsARecordOfItsOwn() throws Exception {
        PersonView first = Sessions.person(people, Role.AUDITOR);
        PersonView second = Sessions.person(people, Role.AUDITOR);
        long recordOfFirst = recordsOf(first.number()).get(0).id();

        assertThatThrownBy(() -> setLastAudit(second, null)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> setLastAudit(second, 999_999_999_999L)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> setLastAudit(second, recordOfFirst)).isInstanceOf(SQLException.class);
    }

    @Test
    void whatRollsBackLeavesNeitherTheChangeNorTheRecord() throws Exception {
        PersonView person = Sessions.person(people, Role.AUDITOR);
        RecordNumber number = RecordNumber.parse(person.number());

        transaction.begin();
        Sessions.as(Sessions.ADMINISTRATOR, () -> people.leave(number, person.version()));
        transaction.rollback();

        assertThat(recordsOf(person.number()))
                .extracting(AuditRecordView::action)
                .containsExactly("person.add");
    }

    @Test
    void aRefusalForRightsLeavesARecordAlthoughItsTransactionRollsBack() throws Exception {
        PersonView auditor = Sessions.person(people, Role.AUDITOR);
        RecordNumber number = RecordNumber.parse(auditor.number());

        assertThatThrownBy(() -> Sessions.as(auditor.number(), () -> people.leave(number, auditor.version())))
                .isInstanceOf(Forbidden.class);

        AuditRecordView newest = recordsOf(auditor.number()).get(0);
        assertThat(newest.action()).isEqualTo("refused.PersonService.leave");
        assertThat(newest.content()).contains("PERSON_MAINTAIN");
    }

    @Test
    void whoIsNotLoggedInMayNothing() {
        assertThatThrownBy(() -> people.page(null, 10)).isInstanceOf(Forbidden.class);
    }

    private List<AuditRecordView> recordsOf(String number) {
        return audit.search(AuditSearch.ofRecord(number), null, 10).items();
    }

    private void setLastAudit(PersonView person, Long auditId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE person SET last_audit_id = ? WHERE id = ?")) {
            update.setObject(1, auditId, java.sql.Types.BIGINT);
            update.setLong(2, RecordNumber.parse(person.number()).sequence());
            update.executeUpdate();
        }
    }
}
