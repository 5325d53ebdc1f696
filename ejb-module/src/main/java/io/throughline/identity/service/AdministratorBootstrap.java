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
import java.util.Optional;
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

    /**
     * @param demoPassword the administrator's password in demo mode; null otherwise, and then a one-time password is made
     * @return the one-time password, to be shown once; empty when there is an administrator already or in demo mode
     */
    public Optional<String> ensureAdministrator(String demoPassword) throws Exception {
        if (people.countWithPassword() > 0) {
            return Optional.empty();
        }
        String password = demoPassword == null ? passwords.oneTime() : demoPassword;
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
                    if (demoPassword == null) {
                        administrator.useOneTimePassword(hash);
                    } else {
                        administrator.usePassword(hash);
                    }
                    return administrator;
                }));
        return demoPassword == null ? Optional.of(password) : Optional.empty();
    }
}
