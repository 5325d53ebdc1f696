package io.throughline.incident.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** When what happened; each a time of its own, so that the loss between the steps shows. */
@Embeddable
public class IncidentTimes {

    @Column(name = "recognised_at", nullable = false)
    private Instant recognised;

    @Column(name = "diagnosis_started_at")
    private Instant diagnosisStarted;

    @Column(name = "diagnosis_ended_at")
    private Instant diagnosisEnded;

    @Column(name = "recovery_started_at")
    private Instant recoveryStarted;

    @Column(name = "recovery_ended_at")
    private Instant recoveryEnded;

    @Column(name = "service_restored_at")
    private Instant serviceRestored;

    @Column(name = "reopened_at")
    private Instant reopened;

    @Column(name = "closed_at")
    private Instant closed;

    protected IncidentTimes() {}

    IncidentTimes(Instant recognised) {
        this.recognised = recognised;
    }

    /** The first start counts; a second diagnosis is still one. */
    void diagnosisStarts(Instant at) {
        if (diagnosisStarted == null) {
            diagnosisStarted = at;
        }
        diagnosisEnded = null;
    }

    void diagnosisEnds(Instant at) {
        diagnosisEnded = at;
    }

    void recoveryStarts(Instant at) {
        if (recoveryStarted == null) {
            recoveryStarted = at;
        }
    }

    void resolved(Instant at) {
        recoveryStarts(at);
        recoveryEnded = at;
        restored(at);
    }

    void restored(Instant at) {
        if (serviceRestored == null) {
            serviceRestored = at;
        }
    }

    void reopened(Instant at) {
        reopened = at;
        recoveryEnded = null;
        serviceRestored = null;
    }

    void closed(Instant at) {
        closed = at;
    }

    public Instant recognised() {
        return recognised;
    }

    public Instant diagnosisStarted() {
        return diagnosisStarted;
    }

    public Instant diagnosisEnded() {
        return diagnosisEnded;
    }

    public Instant recoveryStarted() {
        return recoveryStarted;
    }

    public Instant recoveryEnded() {
        return recoveryEnded;
    }

    /** When the front door's check passed first: usually before everything is patched. */
    public Instant serviceRestored() {
        return serviceRestored;
    }

    public Instant reopened() {
        return reopened;
    }

    public Instant closed() {
        return closed;
    }
}
