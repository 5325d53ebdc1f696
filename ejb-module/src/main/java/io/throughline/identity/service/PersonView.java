package io.throughline.identity.service;

import io.throughline.identity.domain.Channel;
import io.throughline.identity.domain.Person;
import io.throughline.identity.domain.Right;
import io.throughline.identity.domain.Role;
import java.util.Set;
import java.util.TreeSet;

/** A person as others see her. */
public record PersonView(
        String number,
        long version,
        String username,
        String fullName,
        String email,
        String phone,
        Channel channel,
        String organisation,
        Set<Role> roles,
        Set<Right> rights,
        boolean active,
        boolean passwordExpired,
        String edition) {

    public static PersonView from(Person person) {
        return new PersonView(
                person.number().toString(),
                person.version(),
                person.username(),
                person.fullName(),
                person.email(),
                person.phone(),
                person.channel(),
                person.organisation(),
                new TreeSet<>(person.roles()),
                person.rights(),
                person.active(),
                person.passwordExpired(),
                person.edition());
    }
}
