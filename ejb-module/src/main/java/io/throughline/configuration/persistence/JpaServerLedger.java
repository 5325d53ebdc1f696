package io.throughline.configuration.persistence;

import io.throughline.configuration.domain.server.AuthorizedProduct;
import io.throughline.configuration.domain.server.ServerLedger;
import io.throughline.configuration.domain.server.ServerReservation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

@ApplicationScoped
class JpaServerLedger implements ServerLedger {

    @Inject
    EntityManager entities;

    @Override
    public List<ServerReservation> reservationsOf(Collection<String> servers) {
        return inChunks(
                "SELECT r FROM ServerReservation r WHERE r.server IN :servers", servers, ServerReservation.class);
    }

    @Override
    public List<ServerReservation> reservationsBy(String change) {
        return entities.createQuery(
                        "SELECT r FROM ServerReservation r WHERE r.change = :change ORDER BY r.server",
                        ServerReservation.class)
                .setParameter("change", change)
                .getResultList();
    }

    @Override
    public boolean store(List<ServerReservation> reservations) {
        entities.flush();
        try {
            reservations.forEach(entities::persist);
            entities.flush();
            return true;
        } catch (PersistenceException taken) {
            return false;
        }
    }

    @Override
    public void giveBack(String change) {
        reservationsBy(change).forEach(entities::remove);
    }

    @Override
    public List<AuthorizedProduct> authorized(Collection<String> servers) {
        return inChunks(
                "SELECT a FROM AuthorizedProduct a WHERE a.server IN :servers", servers, AuthorizedProduct.class);
    }

    @Override
    public void store(AuthorizedProduct product) {
        entities.persist(product);
    }

    private <T> List<T> inChunks(String query, Collection<String> servers, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (List<String> chunk : JpaNamedItemRepository.chunks(List.copyOf(servers))) {
            found.addAll(entities.createQuery(query, type)
                    .setParameter("servers", chunk)
                    .getResultList());
        }
        return found;
    }
}
