package io.throughline.configuration.domain;

import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;

/** What callers miss when it does not work. Servers provide it, applications use it, organisations are served by it. */
@Entity
@Table(name = "it_service")
public class ItService extends NamedItem {

    @Embedded
    private FrontDoor frontDoor;

    @Column(name = "minimum_live", nullable = false)
    private int minimumLive;

    protected ItService() {}

    public ItService(RecordNumber number, String name, String description, FrontDoor frontDoor, int minimumLive) {
        super(number);
        take(name, description, frontDoor, minimumLive);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.SERVICE;
    }

    @Override
    public Facts facts() {
        Facts facts = super.facts().put("minimumLive", minimumLive);
        frontDoor()
                .ifPresent(door -> facts.put("frontDoor", door.url())
                        .put("expectStatus", door.expectStatus())
                        .put("samples", door.samples())
                        .put("minimumSuccessPercent", door.minimumSuccessPercent()));
        return facts;
    }

    public void correct(String name, String description, FrontDoor door, int live) {
        take(name, description, door, live);
    }

    private void take(String name, String description, FrontDoor door, int live) {
        call(name, description);
        if (live < 0) {
            throw Invalid.field("capacity.minimumLive", "must be 0 or more");
        }
        this.frontDoor = door;
        this.minimumLive = live;
    }

    /** Where callers meet it; empty when it has no door that a program could knock at. */
    public Optional<FrontDoor> frontDoor() {
        return Optional.ofNullable(frontDoor).filter(door -> door.url() != null);
    }

    /** How many of its servers must be up at any moment. */
    public int minimumLive() {
        return minimumLive;
    }
}
