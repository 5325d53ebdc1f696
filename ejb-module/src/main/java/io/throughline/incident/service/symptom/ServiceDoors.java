package io.throughline.incident.service.symptom;

import io.throughline.configuration.domain.FrontDoor;
import io.throughline.configuration.domain.ItService;
import io.throughline.configuration.domain.ItServiceRepository;
import io.throughline.incident.domain.symptom.FrontDoorProbe;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Knows where the front doors of services are. */
@ApplicationScoped
public class ServiceDoors {

    @Inject
    ItServiceRepository services;

    /**
     * @param service number of a service, or null
     * @return empty when there is no service or it has no door that a program could knock at
     */
    public Optional<FrontDoorProbe.Door> of(String service) {
        return Optional.ofNullable(service)
                .map(RecordNumber::parse)
                .flatMap(services::find)
                .flatMap(ItService::frontDoor)
                .map(ServiceDoors::door);
    }

    private static FrontDoorProbe.Door door(FrontDoor door) {
        return new FrontDoorProbe.Door(door.url(), door.expectStatus(), door.samples(), door.minimumSuccessPercent());
    }
}
