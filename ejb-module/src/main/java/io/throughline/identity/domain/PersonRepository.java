package io.throughline.identity.domain;

import io.throughline.kernel.domain.Repository;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where people are kept. */
public interface PersonRepository extends Repository<Person> {

    Optional<Person> byUsername(String username);

    /** Active people who have any of these rights by their roles. */
    List<Person> holding(Set<Right> anyOf);

    /** How many people can log in. */
    long countWithPassword();
}
