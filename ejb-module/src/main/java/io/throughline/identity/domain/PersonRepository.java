package io.throughline.identity.domain;

import io.throughline.kernel.domain.Repository;
import java.util.Optional;

/** Where people are kept. */
public interface PersonRepository extends Repository<Person> {

    Optional<Person> byUsername(String username);

    /** How many people can log in. */
    long countWithPassword();
}
