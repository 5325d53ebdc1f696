package io.throughline.audit.service;

import io.throughline.audit.domain.AuditContent;
import io.throughline.audit.domain.AuditRecord;
import io.throughline.audit.domain.PersonalValue;
import io.throughline.audit.domain.RepeatableRequest;
import io.throughline.audit.domain.UnsealedRecord;
import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.Times;
import io.throughline.kernel.service.Acting;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Writes the audit record of an action in the very transaction of the action. Services change their records only
 * through {@link #create} and {@link #change}; the guard and the database refuse what bypasses them.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AuditTrail {

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** Makes a record, stores it and its audit record. */
    public <R extends AuditedRoot> R create(AuditEntry entry, Function<Deed, R> maker) {
        R root = maker.apply(deed(entry.reason()));
        entities.persist(root);
        write(root, entry, null);
        return root;
    }

    /** Lets a verb of a managed record happen and stores its audit record, with the record before and after. */
    public <R extends AuditedRoot> R change(R root, AuditEntry entry, Consumer<Deed> verb) {
        Facts before = root.facts();
        verb.accept(deed(entry.reason()));
        write(root, entry, before);
        entities.flush();
        return root;
    }

    /** As {@link #change} for each of many, all of which are written together: one flush for all is much cheaper. */
    public <R extends AuditedRoot> void changeAll(
            Collection<R> roots, Function<R, AuditEntry> entry, BiConsumer<R, Deed> verb) {
        for (R root : roots) {
            AuditEntry told = entry.apply(root);
            Facts before = root.facts();
            verb.accept(root, deed(told.reason()));
            root.auditedBy(append(told, root.number().toString(), before, root.facts()));
            root.takePendingChanges().forEach(entities::persist);
        }
        entities.flush();
    }

    /**
     * Records what happened to no record of ours (a login, an export), or to a row that is written past the entities.
     *
     * @return id of the audit record, for the row's {@code last_audit_id}
     */
    public long note(AuditEntry entry, Facts before, Facts after) {
        return append(entry, entry.record(), before, after);
    }

    public long note(AuditEntry entry) {
        return note(entry, null, null);
    }

    /**
     * Empties the values about persons beside all records of the entry's number. The records themselves, and with them
     * every proof, stay as they are.
     *
     * @return how many values were erased
     */
    public int erase(AuditEntry entry) {
        entities.flush();
        List<PersonalValue> values = entities.createQuery(
                        "SELECT p FROM PersonalValue p, AuditRecord r WHERE p.auditId = r.id AND r.record = :record"
                                + " AND p.erasedBy IS NULL",
                        PersonalValue.class)
                .setParameter("record", entry.record())
                .getResultList();
        long auditId = note(entry, null, Facts.of().put("values", values.size()));
        entities.flush();
        values.forEach(value -> value.erase(auditId));
        return values.size();
    }

    /**
     * As {@link #note(AuditEntry)} in a transaction of its own, so that it stays when the action is rolled back. Such a
     * record is no effect of the request: it never stands for the request when that is repeated.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public long noteRegardless(AuditEntry entry, Facts after) {
        return store(entry, entry.record(), null, after).id();
    }

    /** Who acts, and when: what the verbs of the entities are told. */
    public Deed deed(String reason) {
        return new Deed(Acting.required().actor(), Times.now(clock), reason);
    }

    private void write(AuditedRoot root, AuditEntry entry, Facts before) {
        long auditId = append(entry, root.number().toString(), before, root.facts());
        root.auditedBy(auditId);
        root.takePendingChanges().forEach(entities::persist);
        // Now, so that the version in the answer is the one that the next caller must name.
        entities.flush();
    }

    private long append(AuditEntry entry, String record, Facts before, Facts after) {
        AuditRecord stored = store(entry, record, before, after);
        Acting.Account account = Acting.required();
        if (account.repeatable() != null && account.repeatable().claim()) {
            entities.persist(new RepeatableRequest(account, record, stored.at()));
        }
        return stored.id();
    }

    private AuditRecord store(AuditEntry entry, String record, Facts before, Facts after) {
        Acting.Account account = Acting.required();
        List<PersonalValue> personal = new ArrayList<>();
        AuditContent content = new AuditContent(
                Times.now(clock),
                account.actor(),
                account.onBehalfOf(),
                entry.right() == null ? null : entry.right().name(),
                entry.activity() == null ? null : entry.activity().name(),
                entry.action(),
                record,
                entry.server(),
                entry.reason(),
                account.requestId(),
                account.sourceAddress(),
                committed("before", before, personal),
                committed("after", after, personal));
        String json = CanonicalJson.write(content.values());
        AuditRecord stored = new AuditRecord(content, json, Hashes.ofText(json));
        entities.persist(stored);
        entities.persist(new UnsealedRecord(stored.id(), content.at(), Hashes.leaf(json)));
        personal.forEach(
                value -> entities.persist(new PersonalValue(stored.id(), value.path(), value.salt(), value.value())));
        return stored;
    }

    private static Map<String, Object> committed(String side, Facts facts, List<PersonalValue> personal) {
        if (facts == null) {
            return null;
        }
        Map<String, Object> values = new TreeMap<>();
        facts.values().forEach((name, value) -> {
            if (value instanceof Facts.Personal secret) {
                String salt = Hashes.salt();
                personal.add(new PersonalValue(null, side + "." + name, salt, secret.value()));
                values.put(name, Map.of("commitment", Hashes.commitment(salt, secret.value())));
            } else {
                values.put(name, value);
            }
        });
        return values;
    }
}
