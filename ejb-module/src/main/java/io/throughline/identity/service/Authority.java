package io.throughline.identity.service;

import io.throughline.identity.domain.Person;
import io.throughline.identity.domain.PersonRepository;
import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.service.Acting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Answers for every service whether who acts may do so. A part of the machine has the rights of the person on whose
 * behalf it acts, and none without one.
 */
@ApplicationScoped
public class Authority {

    @Inject
    PersonRepository people;

    /**
     * @return number of the person whose right it is
     * @throws Forbidden when the right is missing or nobody is logged in
     */
    public String require(Right right) {
        Acting.Account account = Acting.required();
        String person = account.isMachine() ? account.onBehalfOf() : account.actor();
        if (person == null || !rightsOf(person).contains(right)) {
            throw Forbidden.missingRight(right);
        }
        return person;
    }

    /** Any one of these rights. */
    public String requireAny(Right first, Right... others) {
        Acting.Account account = Acting.required();
        String person = account.isMachine() ? account.onBehalfOf() : account.actor();
        Set<Right> held = person == null ? Set.of() : rightsOf(person);
        for (Right right : EnumSet.of(first, others)) {
            if (held.contains(right)) {
                return person;
            }
        }
        throw Forbidden.missingRight(first);
    }

    /**
     * Lets only the product itself pass, for the services that batch jobs call.
     *
     * @throws Forbidden when a person acts
     */
    public void requireMachine() {
        if (!Acting.required().isMachine()) {
            throw Forbidden.machineOnly();
        }
    }

    /** Whether who acts has the right: for showing, not for guarding. */
    public boolean may(Right right) {
        return Acting.current()
                .map(account -> account.isMachine() ? account.onBehalfOf() : account.actor())
                .map(this::rightsOf)
                .map(rights -> rights.contains(right))
                .orElse(false);
    }

    private Set<Right> rightsOf(String number) {
        return find(number).map(Person::rights).orElse(Set.of());
    }

    private Optional<Person> find(String number) {
        if (!number.startsWith(RecordKind.PERSON.prefix() + "-")) {
            return Optional.empty();
        }
        return people.find(RecordNumber.parse(number));
    }
}
