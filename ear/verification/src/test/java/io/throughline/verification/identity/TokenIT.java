package io.throughline.verification.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.identity.domain.Role;
import io.throughline.identity.service.LoginService;
import io.throughline.identity.service.PersonService;
import io.throughline.identity.service.PersonView;
import io.throughline.identity.service.TokenSweep;
import io.throughline.kernel.persistence.ThroughlineDataSource;
import io.throughline.verification.fixture.Sessions;
import io.throughline.verification.harness.InContainer;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Calendar;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Tokens end: at their time, and then they are swept away. */
class TokenIT extends InContainer {

    private static final String ADDRESS = "127.0.0.1";

    @Inject
    private PersonService people;

    @Inject
    private LoginService logins;

    @Inject
    private TokenSweep sweep;

    @Inject
    private Clock clock;

    @Resource(lookup = ThroughlineDataSource.JNDI_NAME)
    private DataSource dataSource;

    @Test
    void aTokenIsWorthNothingAfterItsHourAndIsThenSweptAway() throws Exception {
        PersonView person = Sessions.person(people, Role.AUDITOR);
        LoginService.Token token = logins.issueToken(new LoginService.Login(person, 0));
        Instant now = clock.instant();
        assertThat(token.expiresAt()).isBetween(now.plus(Duration.ofMinutes(55)), now.plus(Duration.ofMinutes(60)));
        assertThat(logins.byToken(token.token(), ADDRESS))
                .map(PersonView::number)
                .contains(person.number());

        expire(person);

        assertThat(logins.byToken(token.token(), ADDRESS)).isEmpty();
        assertThat(tokensOf(person)).isOne();
        sweep.sweep();
        assertThat(tokensOf(person)).isZero();
    }

    @Test
    void theSweepLeavesTokensThatAreStillGood() throws Exception {
        PersonView person = Sessions.person(people, Role.AUDITOR);
        LoginService.Token token = logins.issueToken(new LoginService.Login(person, 0));

        sweep.sweep();

        assertThat(logins.byToken(token.token(), ADDRESS)).isPresent();
    }

    @Test
    void theDatabaseHoldsNoTokenThatSomebodyCouldUse() throws Exception {
        PersonView person = Sessions.person(people, Role.AUDITOR);
        LoginService.Token token = logins.issueToken(new LoginService.Login(person, 0));

        try (Connection connection = dataSource.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT token_digest FROM api_token WHERE person_number = ?")) {
            query.setString(1, person.number());
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isNotEqualTo(token.token());
                assertThat(logins.byToken(row.getString(1), ADDRESS)).isEmpty();
            }
        }
    }

    @Test
    void aTokenEndsWithTheLoginThatItWasGivenFor() throws Exception {
        PersonView person = Sessions.person(people, Role.AUDITOR);

        LoginService.Token late = logins.issueToken(new LoginService.Login(person, -1));

        assertThat(logins.byToken(late.token(), ADDRESS))
                .as("given at the moment in which the password was changed")
                .isEmpty();
    }

    private void expire(PersonView person) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE api_token SET expires_at = ? WHERE person_number = ?")) {
            update.setTimestamp(
                    1,
                    Timestamp.from(clock.instant().minusSeconds(1)),
                    Calendar.getInstance(TimeZone.getTimeZone("UTC")));
            update.setString(2, person.number());
            assertThat(update.executeUpdate()).isOne();
        }
    }

    private int tokensOf(PersonView person) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT COUNT(*) FROM api_token WHERE person_number = ?")) {
            query.setString(1, person.number());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
