package io.throughline.incident.persistence;

import io.throughline.incident.domain.symptom.FrontDoorSample;
import io.throughline.incident.domain.symptom.FrontDoorSamples;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

@ApplicationScoped
class JpaFrontDoorSamples implements FrontDoorSamples {

    @Inject
    EntityManager entities;

    @Override
    public void add(FrontDoorSample sample) {
        entities.persist(sample);
    }

    @Override
    public List<FrontDoorSample> series(String service, Instant after, int most) {
        List<FrontDoorSample> newestFirst = new ArrayList<>(entities.createQuery(
                        "SELECT s FROM FrontDoorSample s WHERE s.service = :service AND s.at > :after"
                                + " ORDER BY s.at DESC, s.id DESC",
                        FrontDoorSample.class)
                .setParameter("service", service)
                .setParameter("after", after == null ? Instant.EPOCH : after)
                .setMaxResults(most)
                .getResultList());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    @Override
    public void keepNewest(String service, int most) {
        entities.createQuery(
                        "SELECT s FROM FrontDoorSample s WHERE s.service = :service ORDER BY s.at DESC",
                        FrontDoorSample.class)
                .setParameter("service", service)
                .setFirstResult(most)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .ifPresent(oldest -> entities.createQuery(
                                "DELETE FROM FrontDoorSample s WHERE s.service = :service AND s.at <= :oldest")
                        .setParameter("service", service)
                        .setParameter("oldest", oldest.at())
                        .executeUpdate());
    }
}
