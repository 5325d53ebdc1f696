package io.throughline.operation.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One boot of one server process. It counts its beat upwards about every two seconds; who looks on judges by the own
 * monotonic clock, never by a time in this row. What others declared dead stays dead, even if it wakes again.
 */
@Entity
@Table(name = "node")
public class Node {

    @Id
    private String incarnation;

    @Column(name = "node_name", nullable = false, updatable = false)
    private String name;

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt;

    @Column(nullable = false)
    private long beat;

    @Column(nullable = false)
    private boolean dead;

    protected Node() {}

    public Node(String incarnation, String name, Instant startedAt) {
        this.incarnation = incarnation;
        this.name = name;
        this.startedAt = startedAt;
    }

    public String incarnation() {
        return incarnation;
    }

    /** What stays the same from boot to boot: machine and data folder, which one process at a time holds. */
    public String name() {
        return name;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public long beat() {
        return beat;
    }

    public boolean dead() {
        return dead;
    }
}
