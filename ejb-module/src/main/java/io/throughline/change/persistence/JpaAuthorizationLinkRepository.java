package io.throughline.change.persistence;

import io.throughline.change.domain.link.AuthorizationLink;
import io.throughline.change.domain.link.AuthorizationLinkRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;

@ApplicationScoped
class JpaAuthorizationLinkRepository implements AuthorizationLinkRepository {

    @Inject
    EntityManager entities;

    @Override
    public void store(AuthorizationLink link) {
        entities.persist(link);
    }

    @Override
    public Optional<AuthorizationLink> byToken(String token) {
        return Optional.ofNullable(entities.find(AuthorizationLink.class, AuthorizationLink.digestOf(token)));
    }
}
