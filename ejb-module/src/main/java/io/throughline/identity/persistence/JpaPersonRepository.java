package io.throughline.identity.persistence;

import io.throughline.identity.domain.Person;
import io.throughline.identity.domain.PersonRepository;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.persistence.JpaRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class JpaPersonRepository extends JpaRepository<Person> implements PersonRepository {

    JpaPersonRepository() {
        super(Person.class, RecordKind.PERSON);
    }

    @Override
    public Optional<Person> byUsername(String username) {
        return list("r.username = :username", Map.of("username", username)).stream()
                .findFirst();
    }

    @Override
    public long countWithPassword() {
        return entities.createQuery("SELECT COUNT(p) FROM Person p WHERE p.passwordHash IS NOT NULL", Long.class)
                .getSingleResult();
    }
}
