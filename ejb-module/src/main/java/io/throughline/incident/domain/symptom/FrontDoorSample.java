package io.throughline.incident.domain.symptom;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One point of a service's curve: how many of some requests succeeded at its front door. A measurement, no evidence. */
@Entity
@Table(name = "front_door_sample")
public class FrontDoorSample {

    @Id
    @SequenceGenerator(name = "front_door_sample_seq", sequenceName = "front_door_sample_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "front_door_sample_seq")
    private Long id;

    @Column(name = "service_number", nullable = false, updatable = false)
    private String service;

    @Column(name = "taken_at", nullable = false, updatable = false)
    private Instant at;

    @Column(name = "sample_count", nullable = false, updatable = false)
    private int samples;

    @Column(name = "success_count", nullable = false, updatable = false)
    private int successes;

    protected FrontDoorSample() {}

    public FrontDoorSample(String service, Instant at, FrontDoorProbe.Reading reading) {
        this.service = service;
        this.at = at;
        this.samples = reading.samples();
        this.successes = reading.successes();
    }

    public Instant at() {
        return at;
    }

    public int samples() {
        return samples;
    }

    public int successes() {
        return successes;
    }
}
