package io.throughline.configuration.service;

import io.throughline.configuration.domain.ItService;

/** A service, in the form in which it is given. */
public record ItServiceView(
        String number,
        long version,
        String name,
        String description,
        ItServiceCommand.Door frontDoor,
        ItServiceCommand.Capacity capacity) {

    public static ItServiceView from(ItService service) {
        return new ItServiceView(
                service.number().toString(),
                service.version(),
                service.name(),
                service.description(),
                service.frontDoor().map(ItServiceCommand.Door::from).orElse(null),
                new ItServiceCommand.Capacity(service.minimumLive()));
    }
}
