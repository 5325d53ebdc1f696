package io.throughline.audit.service;

import io.throughline.audit.domain.RepeatableRequest;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Remembers what was answered to requests that their clients may send again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RepeatedRequests {

    @Inject
    EntityManager entities;

    /**
     * The answer to be given again. When the server died between effect and answer, the body names the record only.
     */
    public record Answer(String requestDigest, int status, String location, String etag, String body) {

        static Answer from(RepeatableRequest request) {
            if (request.answerStatus() == null) {
                String body = request.record() == null ? "{}" : "{\"number\":\"" + request.record() + "\"}";
                return new Answer(request.requestDigest(), 200, null, null, body);
            }
            return new Answer(
                    request.requestDigest(),
                    request.answerStatus(),
                    request.answerLocation(),
                    request.answerEtag(),
                    request.answerBody());
        }
    }

    public Optional<Answer> find(String actor, String key) {
        return row(actor, key).map(Answer::from);
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
