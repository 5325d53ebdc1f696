package io.throughline.identity.persistence;

import io.throughline.identity.domain.Person;
import io.throughline.identity.domain.PersonRepository;
import io.throughline.identity.domain.Right;
import io.throughline.identity.domain.Role;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.persistence.JpaRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    public List<Person> holding(Set<Right> anyOf) {
        List<Role> roles = Arrays.stream(Role.values())
                .filter(role -> role.rights().stream().anyMatch(anyOf::contains))
                .toList();
        return entities.createQuery(
                        "SELECT DISTINCT p FROM Person p JOIN p.roles role WHERE p.active = :active AND role IN :roles",
                        Person.class)
                .setParameter("active", true)
                .setParameter("roles", roles)
                .getResultList();
    }

    @Override
    public long countWithPassword() {
        return entities.createQuery("SELECT COUNT(p) FROM Person p WHERE p.passwordHash IS NOT NULL", Long.class)
                .getSingleResult();
    }
}
