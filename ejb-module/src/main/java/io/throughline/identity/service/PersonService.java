package io.throughline.identity.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.identity.domain.Organisations;
import io.throughline.identity.domain.Person;
import io.throughline.identity.domain.PersonDetails;
import io.throughline.identity.domain.PersonRepository;
import io.throughline.identity.domain.Right;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.activity.WordSets;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.service.Acting;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps people, their roles and their passwords. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class PersonService {

    @Inject
    PersonRepository people;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    Passwords passwords;

    @Inject
    PasswordAttempts attempts;

    @Inject
    Tokens tokens;

    @Inject
    Organisations organisations;

    @Inject
    @ConfigProperty(name = "throughline.demo", defaultValue = "false")
    boolean demo;

    /**
     * A password that was made for somebody. It is told once; we keep only its hash.
     *
     * @param oneTimePassword serves for one login, to choose another
     */
    public record PasswordReset(PersonView person, String oneTimePassword) {}

    /**
     * @param password with which the person logs in for the first time, to choose another at once; in demo mode it stays.
     *     Null for a caller who never logs in
     */
    public PersonView add(PersonDetails details, String password) {
        authority.require(Right.PERSON_MAINTAIN);
        refuseTakenUsername(details, null);
        requireOrganisation(details);
        String hash = password == null ? null : passwords.hash(password);
        return PersonView.from(trail.create(AuditEntry.of("person.add").by(Right.PERSON_MAINTAIN), deed -> {
            Person person = new Person(people.nextNumber(), details);
            if (hash != null && demo) {
                person.usePassword(hash);
            } else if (hash != null) {
                person.useOneTimePassword(hash);
            }
            return person;
        }));
    }

    public PersonView correct(RecordNumber number, long version, PersonDetails details) {
        authority.require(Right.PERSON_MAINTAIN);
        Person person = people.require(number, version);
        refuseTakenUsername(details, person);
        requireOrganisation(details);
        return changed(
                person, AuditEntry.of("person.correct").by(Right.PERSON_MAINTAIN), deed -> person.correct(details));
    }

    public PersonView leave(RecordNumber number, long version) {
        authority.require(Right.PERSON_MAINTAIN);
        Person person = people.require(number, version);
        return changed(person, AuditEntry.of("person.leave").by(Right.PERSON_MAINTAIN), deed -> person.leave());
    }

    /**
     * Makes a one-time password for who has lost the own one; logins made with the former one end.
     *
     * @throws Conflict {@code no-login} when the person left or has no username
     */
    public PasswordReset resetPassword(RecordNumber number, long version) {
        authority.require(Right.PERSON_MAINTAIN);
        Person person = people.require(number, version);
        if (!person.active() || person.username() == null) {
            throw new Conflict("no-login", number + " left or has no username, and needs no password.");
        }
        String password = passwords.oneTime();
        String hash = passwords.hash(password);
        PersonView view = changed(
                person,
                AuditEntry.of("person.resetPassword").by(Right.PERSON_MAINTAIN),
                deed -> person.useOneTimePassword(hash));
        return new PasswordReset(view, password);
    }

    /**
     * Erases who has left: her record keeps the number alone, and the trail's values about her are emptied. Every proof
     * stays as it was, since the trail has only commitments to them.
     */
    public PersonView erase(RecordNumber number, long version, String reason) {
        authority.require(Right.PERSON_MAINTAIN);
        Person person = people.require(number, version);
        if (person.active()) {
            throw new Conflict("still-active", number + " has not left; only who has left can be erased.");
        }
        changed(
                person,
                AuditEntry.of("person.erase").by(Right.PERSON_MAINTAIN).because(reason),
                deed -> person.forget());
        trail.erase(AuditEntry.of("audit.erase")
                .by(Right.PERSON_MAINTAIN)
                .on(number)
                .because(reason));
        return PersonView.from(person);
    }

    /** Replaces one's own password; the only thing that a one-time password allows. */
    public PersonView changeOwnPassword(String current, String replacement) {
        Person person = self();
        if (!attempts.byOneself(person, current, "person.changePassword.refused")) {
            throw new Conflict("wrong-password", "The current password is not right.");
        }
        if (current.equals(replacement)) {
            throw Invalid.field("replacement", "must be another password than the current one");
        }
        String hash = passwords.hash(replacement);
        return changed(person, AuditEntry.of("person.changePassword"), deed -> person.usePassword(hash));
    }

    /** Chooses the words in which one sees the activities; null for the product's own choice. */
    public PersonView chooseOwnWords(String edition) {
        if (edition != null) {
            WordSets.shipped().words(edition, Activity.RECEIVE_CONTACT);
        }
        Person person = self();
        if (person.passwordExpired()) {
            throw Forbidden.passwordChangeRequired();
        }
        return PersonView.from(
                trail.change(person, AuditEntry.of("person.chooseWords"), deed -> person.chooseWords(edition)));
    }

    public PersonView me() {
        return PersonView.from(self());
    }

    public PersonView get(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        return PersonView.from(people.require(number));
    }

    public Page<PersonView> page(Long before, int size) {
        authority.require(Right.RECORD_READ);
        return people.page(before, size).map(PersonView::from);
    }

    /** Tokens of the generation of logins that the verb ended go with it. */
    private PersonView changed(Person person, AuditEntry entry, Consumer<Deed> verb) {
        int before = person.loginGeneration();
        trail.change(person, entry, verb);
        if (person.loginGeneration() != before) {
            tokens.deleteOf(person.number());
        }
        return PersonView.from(person);
    }

    private void requireOrganisation(PersonDetails details) {
        String organisation = details.organisation();
        if (organisation != null
                && !organisations.isKnown(RecordNumber.parse(RecordKind.ORGANISATION, "organisation", organisation))) {
            throw Invalid.field("organisation", "must be the number of a known organisation");
        }
    }

    private Person self() {
        Acting.Account account = Acting.required();
        if (account.isMachine()) {
            throw Forbidden.notLoggedIn();
        }
        return people.require(RecordNumber.parse(account.actor()));
    }

    private void refuseTakenUsername(PersonDetails details, Person self) {
        Optional<Person> other = Optional.ofNullable(details.username()).flatMap(people::byUsername);
        if (other.isPresent() && other.get() != self) {
            throw new Conflict(
                    "username-taken",
                    "Somebody else has the username " + details.username() + ".",
                    Map.of("username", details.username()));
        }
    }
}
