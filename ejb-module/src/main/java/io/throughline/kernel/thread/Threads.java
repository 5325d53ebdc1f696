package io.throughline.kernel.thread;

import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/**
 * Which records hang together. A thread is named by the record with which it began; handovers let the later record join
 * the thread of the earlier one. Called inside the transaction of the record's own verb, whose audit record tells it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Threads {

    @Inject
    EntityManager entities;

    /** Lets a thread begin with this record; a record that was in another thread leaves it. */
    public void begin(RecordNumber record) {
        place(record, record.toString());
    }

    /** Lets the record belong to the thread of the other one, which it leaves another thread for if need be. */
    public void join(RecordNumber record, RecordNumber other) {
        place(record, threadOf(other.toString()).orElse(other.toString()));
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<String> threadOf(String record) {
        return Optional.ofNullable(entities.find(ThreadMember.class, record)).map(ThreadMember::thread);
    }

    /** Numbers of all records of the thread to which this record belongs; only itself when it belongs to none. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<String> membersWith(String record) {
        Optional<String> thread = threadOf(record);
        if (thread.isEmpty()) {
            return List.of(record);
        }
        return entities.createQuery(
                        "SELECT m.record FROM ThreadMember m WHERE m.thread = :thread ORDER BY m.record", String.class)
                .setParameter("thread", thread.get())
                .getResultList();
    }

    private void place(RecordNumber record, String thread) {
        ThreadMember member = entities.find(ThreadMember.class, record.toString());
        if (member == null) {
            entities.persist(new ThreadMember(record.toString(), thread));
        } else {
            member.moveTo(thread);
        }
    }
}
