package io.throughline.kernel.thread;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That a record belongs to a thread. A record belongs to exactly one. */
@Entity
@Table(name = "thread_member")
public class ThreadMember {

    @Id
    @Column(name = "record_number")
    private String record;

    @Column(name = "thread_number", nullable = false)
    private String thread;

    protected ThreadMember() {}

    ThreadMember(String record, String thread) {
        this.record = record;
        this.thread = thread;
    }

    void moveTo(String other) {
        this.thread = other;
    }

    public String record() {
        return record;
    }

    /** Number of the record with which the thread began. */
    public String thread() {
        return thread;
    }
}
