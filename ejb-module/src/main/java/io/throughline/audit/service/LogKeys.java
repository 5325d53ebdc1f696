package io.throughline.audit.service;

import io.throughline.audit.proof.Json;
import io.throughline.audit.proof.VerifierKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys that have ever signed a checkpoint, as the trail itself has them on record. */
@ApplicationScoped
public class LogKeys {

    static final String ACTION = "audit.key";
    static final String RECORD = "audit-key";
    static final String KEY = "key";

    @Inject
    EntityManager entities;

    /** All keys; every checkpoint must have been signed with one of them. */
    public Set<VerifierKey> known() {
        List<String> contents = entities.createQuery(
                        "SELECT r.content FROM AuditRecord r WHERE r.record = :record AND r.action = :action ORDER BY r.id",
                        String.class)
                .setParameter("record", RECORD)
                .setParameter("action", ACTION)
                .getResultList();
        return contents.stream()
                .map(content -> (Map<?, ?>) Json.object(content).get("after"))
                .map(after -> VerifierKey.parse((String) after.get(KEY)))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
