package io.throughline.change.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** That a change was carried out, and what shows it. */
@Embeddable
public class Implementation {

    @Column(name = "implementation_started")
    private Instant startedAt;

    @Column(name = "implementation_ended")
    private Instant endedAt;

    @Column(name = "deployment_number")
    private String deployment;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private String evidence;

    void begin(Instant at, String byDeployment) {
        if (startedAt == null) {
            this.startedAt = at;
        }
        this.endedAt = null;
        this.outcome = null;
        this.deployment = byDeployment;
    }

    void end(Outcome reached, String shownBy, Instant at) {
        this.outcome = reached;
        this.evidence = shownBy;
        this.endedAt = at;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    /** Number of the deployment that carried it out; null when people did by hand. */
    public String deployment() {
        return deployment;
    }

    /** Null until it is carried out. */
    public Outcome outcome() {
        return outcome;
    }

    public String evidence() {
        return evidence;
    }
}
