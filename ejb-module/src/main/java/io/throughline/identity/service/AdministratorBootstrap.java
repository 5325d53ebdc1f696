package io.throughline.identity.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.identity.domain.Channel;
import io.throughline.identity.domain.Person;
import io.throughline.identity.domain.PersonDetails;
import io.throughline.identity.domain.PersonRepository;
import io.throughline.identity.domain.Role;
import io.throughline.kernel.service.Acting;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** Makes the first administrator when nobody can log in yet. */
@Stateless
public class AdministratorBootstrap {

    public static final String USERNAME = "admin";

    @Inject
    PersonRepository people;

    @Inject
    AuditTrail trail;

    @Inject
    Passwords passwords;

    /** Whether nobody can log in yet. */
    public boolean isNeeded() {
        return people.countWithPassword() == 0;
    }

    /** A password to be used once. */
    public String oneTimePassword() {
        return passwords.oneTime();
    }

    /**
     * Makes the administrator, unless there is somebody who can log in.
     *
     * @param oneTime whether the password serves for one login, to choose another
     */
    public void makeAdministrator(String password, boolean oneTime) throws Exception {
        if (!isNeeded()) {
            return;
        }
        String hash = passwords.hash(password);
        Acting.as(
                Acting.Account.machine("bootstrap", null, UUID.randomUUID().toString()),
                () -> trail.create(AuditEntry.of("person.bootstrap"), deed -> {
                    Person administrator = new Person(
                            people.nextNumber(),
                            new PersonDetails(
                                    USERNAME,
                                    "Administrator",
                                    "admin@localhost",
                                    null,
                                    Channel.EMAIL,
                                    null,
                                    Set.of(Role.ADMINISTRATOR)));
                    if (oneTime) {
                        administrator.useOneTimePassword(hash);
                    } else {
                        administrator.usePassword(hash);
                    }
                    return administrator;
                }));
    }
}
