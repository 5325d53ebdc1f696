package io.throughline.identity.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.identity.domain.Person;
import io.throughline.identity.domain.PersonDetails;
import io.throughline.identity.domain.PersonRepository;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.TooManyAttempts;
import io.throughline.kernel.service.Acting;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * Recognises people by password, by token and by session. Every login and every refused one is an audit record; that the
 * brake holds is one as well, and once a minute what it held up since.
 */
@Stateless
public class LoginService {

    @Inject
    PersonRepository people;

    @Inject
    AuditTrail trail;

    @Inject
    Passwords passwords;

    @Inject
    PasswordAttempts attempts;

    @Inject
    Tokens tokens;

    @Inject
    NoteRation ration;

    /**
     * @param token opaque text to be sent as bearer token
     * @param expiresAt from when it is worth nothing
     */
    public record Token(String token, Instant expiresAt) {}

    /**
     * Somebody who is logged in.
     *
     * @param generation tells whether the login still holds: see {@link #stillLoggedIn}
     */
    public record Login(PersonView person, int generation) {

        static Login of(Person person) {
            return new Login(PersonView.from(person), person.loginGeneration());
        }
    }

    /**
     * Empty when username and password do not belong to an active person.
     *
     * @throws TooManyAttempts when wrong passwords came too often lately
     */
    public Optional<Login> logIn(String username, String password, String sourceAddress) {
        if (username == null || password == null) {
            return Optional.empty();
        }
        Person person =
                PersonDetails.isUsername(username) ? people.byUsername(username).orElse(null) : null;
        if (!attempts.atTheDoor(person, username, password, sourceAddress)) {
            return Optional.empty();
        }
        String actor = person.number().toString();
        attempts.note("login", actor, username, sourceAddress);
        if (passwords.isOutdated(person.passwordHash())) {
            String hash = passwords.hashAgain(password);
            Acting.run(
                    PasswordAttempts.account(actor, sourceAddress),
                    () -> trail.change(person, AuditEntry.of("person.rehashPassword"), deed -> person.rehash(hash)));
        }
        return Optional.of(Login.of(person));
    }

    /**
     * Whether the password is that of who acts: logging in again as a signature.
     *
     * @throws TooManyAttempts when wrong passwords came too often lately
     */
    public boolean confirms(String password) {
        Person person = people.require(RecordNumber.parse(Acting.required().actor()));
        boolean right = attempts.byOneself(person, password, "signature.refused");
        if (right) {
            trail.noteRegardless(AuditEntry.of("signature").on(person.number()), Facts.of());
        }
        return right;
    }

    /**
     * A token for who has just logged in; it ends with that login. Only the resource behind Basic calls this: no token is
     * given for a token.
     */
    public Token issueToken(Login login) {
        return tokens.issue(login);
    }

    /** The person whose token this is; empty when it is unknown or expired, its login has ended, or the person left. */
    public Optional<PersonView> byToken(String token, String sourceAddress) {
        Optional<PersonView> person = tokens.find(token)
                .flatMap(known -> stillLoggedIn(RecordNumber.parse(known.person()), known.generation()));
        if (person.isEmpty() && ration.worthNoting("token", sourceAddress)) {
            attempts.note("token.refused", PasswordAttempts.ANONYMOUS, null, sourceAddress);
        }
        return person;
    }

    /** The person of a session; empty when the login of that generation has ended, or the person left. */
    public Optional<PersonView> stillLoggedIn(RecordNumber number, int generation) {
        return people.find(number)
                .filter(Person::active)
                .filter(person -> person.loginGeneration() == generation)
                .map(PersonView::from);
    }

    /** The login that goes on after one has changed one's own password. */
    public Login renewed() {
        return Login.of(people.require(RecordNumber.parse(Acting.required().actor())));
    }
}
