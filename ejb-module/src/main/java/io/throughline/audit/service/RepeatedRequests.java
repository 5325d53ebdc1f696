package io.throughline.audit.service;

import io.throughline.audit.domain.RepeatableRequest;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers what was answered to requests that their clients may send again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RepeatedRequests {

    @Inject
    EntityManager entities;

    /**
     * The answer to be given again.
     *
     * @param whole false when there is the effect and no answer, not yet or never, if the server died in between: then the
     *     body names the record only
     */
    public record Answer(String requestDigest, boolean whole, int status, String location, String etag, String body) {

        static Answer from(RepeatableRequest request) {
            if (request.answerStatus() == null) {
                String body = request.record() == null ? "{}" : "{\"number\":\"" + request.record() + "\"}";
                return new Answer(request.requestDigest(), false, 200, null, null, body);
            }
            return new Answer(
                    request.requestDigest(),
                    true,
                    request.answerStatus(),
                    request.answerLocation(),
                    request.answerEtag(),
                    request.answerBody());
        }
    }

    public Optional<Answer> find(String actor, String key) {
        return row(actor, key).map(Answer::from);
    }

    /**
     * Forgets the requests from before, at most so many.
     *
     * @return how many they were
     */
    public int forget(Instant before, int most) {
        List<Long> old = entities.createQuery(
                        "SELECT r.id FROM RepeatableRequest r WHERE r.at < :before ORDER BY r.id", Long.class)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
        return old.isEmpty()
                ? 0
                : entities.createQuery("DELETE FROM RepeatableRequest r WHERE r.id IN :old")
                        .setParameter("old", old)
                        .executeUpdate();
    }

    public void answered(String actor, String key, int status, String location, String etag, String body) {
        row(actor, key).ifPresent(request -> request.answered(status, location, etag, body));
    }

    private Optional<RepeatableRequest> row(String actor, String key) {
        return entities.createQuery(
                        "SELECT r FROM RepeatableRequest r WHERE r.actor = :actor AND r.key = :key",
                        RepeatableRequest.class)
                .setParameter("actor", actor)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }
}
